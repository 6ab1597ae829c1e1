"""The published page from a disk: with script, without, on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from timeline import PageOptions, load, loads, render_page

ROOT = Path(__file__).parent.parent.parent
BID = "musk-bid-97bn"


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("page") / "story.html"
    path.write_bytes(render_page(load(ROOT / "events.yaml")))
    return path.as_uri()


@pytest.fixture
def alone(browser: Browser):
    """Pages that may ask for their own file and nothing else, and must not complain."""
    trouble: list[str] = []
    contexts = []

    def opened(address: str, **options) -> Page:
        context = browser.new_context(viewport={"width": 1440, "height": 1000}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: trouble.append(str(e)))
        page.on("request", lambda r: trouble.append(r.url) if r.url != address.partition("#")[0] else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def test_a_click_opens_the_card(alone, file):
    """From the story and by the address; the card has its replies, its sources one click away."""
    page = alone(file)
    expect(page.locator("#view canvas").first).to_be_visible()
    page.locator(f'#story a[href="#ev-{BID}"]').first.click()
    card = page.locator(f"#ev-{BID}")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Replies to it")
    assert card.locator("sup a").first.get_attribute("href").startswith("http")
    again = alone(f"{file}#ev-{BID}")
    expect(again.locator(f"#ev-{BID}")).to_be_visible()


def test_a_mark_opens_the_card(alone, file):
    """A click on the picture."""
    page = alone(file)
    stage = page.locator("#view .tl-stage")
    expect(stage).to_be_visible()
    box, tip = stage.bounding_box(), page.locator("#view .tl-tip")
    for y in range(8, int(box["height"]), 12):
        for x in range(int(box["width"] * 0.2), int(box["width"] * 0.5), 14):
            page.mouse.move(box["x"] + x, box["y"] + y)
            if tip.is_visible():
                page.mouse.down()
                page.mouse.up()
                expect(page.locator("#events .ev[open]")).to_have_count(1)
                return
    raise AssertionError("no mark found")


def test_search_and_zoom_narrow_story_and_list(alone, file):
    """The list, the story and the count follow the picture."""
    page = alone(file)
    page.locator("#view .tl-search").fill("status:alleged")
    expect(page.locator("#count")).to_contain_text("of 100 events in view")
    assert page.locator("#events .ev:visible").count() < 20
    page.locator("#view .tl-search").fill("zzzz")
    expect(page.locator("#story")).to_have_text("Nothing in this view. Zoom out, or clear the search.")
    page.locator("#view .tl-search").fill("")
    expect(page.locator("#count")).to_have_text("100 events")
    page.locator("#view .tl-stage").hover()
    for _ in range(8):
        page.mouse.wheel(0, -400)
    expect(page.locator("#count")).to_contain_text("of 100")


def test_forms_lengths_and_threads(alone, file):
    """Chosen by the reader; in a narrower view the passages that lie in it whole, and sentences that stand alone."""
    page = alone(file)
    story, form = page.locator("#story"), page.get_by_role("combobox", name="Form", exact=True)
    full = story.locator(".told").count()
    page.get_by_role("combobox", name="Length", exact=True).select_option("long")
    expect(story.locator(".left-out")).not_to_have_text("")
    assert story.locator(".told").count() > full
    form.select_option("sides")
    expect(story).to_have_text("Choose an event in the timeline first.")
    page.locator(f"#events .ev:has(#ev-{BID}) summary").click()
    expect(story).to_contain_text("It is disputed whether the bid was meant seriously.")
    form.select_option("perspective")
    page.get_by_role("combobox", name="Actor", exact=True).select_option("altman")
    expect(story).to_contain_text("Sam Altman")
    form.select_option("chronicle")
    page.locator("#view .tl-search").fill("thread:money")
    expect(page.locator("#count")).to_contain_text("of 100 events")
    expect(story).to_contain_text("Twitter on 27 October 2022 for $44 billion")
    expect(story).not_to_contain_text("sued OpenAI")
    page.locator("#view .tl-search").fill("during:2019-07")
    expect(story.locator("p").first).to_have_text(re.compile(r"^On 22 July 2019 Microsoft invested \$1 billion"))


HOSTILE = r"""
timeline: {title: "</title><script>alert(1)</script>", subtitle: "<img src=x onerror=alert(1)>"}
threads: {t: "<b onmouseover=alert(1)>T</b>", u: "أخبار"}
actors: {m: {name: "</script><svg onload=alert(1)>"}}
events:
- {id: constructor, date: 2020-01-01, title: "class=\"told\" <script>alert(1)</script>", thread: t, actors: [{ref: m, role: agent}], summary: "x]]> ${alert(1)}", sources: [{title: "<script>alert(2)</script>"}]}
- {id: b, date: 2020-02-01, title: "عنوان", thread: u, actors: [{ref: m, role: agent}], quotes: [{by: m, text: "</blockquote><script>alert(3)</script>"}], disputes: [{issue: "<script>", sides: [{by: m, claim: "<u>"}, {by: "'><x", claim: "b"}]}], relations: [{responds-to: constructor}]}
"""


def test_hostile_texts_are_shown_in_every_form(alone, tmp_path):
    """As they were written, and run nowhere: neither a dialog nor a complaint of the policy."""
    (tmp_path / "page.html").write_bytes(render_page(loads(HOSTILE)))
    page = alone((tmp_path / "page.html").as_uri())
    dialogs = []
    page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    form = page.get_by_role("combobox", name="Form", exact=True)
    for value in form.evaluate("select => Array.from(select.options, o => o.value)"):
        form.select_option(value)
        expect(page.locator("#story")).not_to_be_empty()
    form.select_option("chronicle")
    expect(page.locator("#story")).to_contain_text('class="told" <script>alert(1)</script>')
    for summary in page.locator("#events .ev summary").all():
        summary.click()
    expect(page.locator("#ev-b")).to_contain_text("“</blockquote><script>alert(3)</script>”")
    assert dialogs == []


def test_steps_move_the_picture(alone, file):
    """A step's heading zooms to it and opens its event."""
    page = alone(file)
    page.get_by_role("combobox", name="Form", exact=True).select_option("steps")
    page.locator("#story h3 a").nth(1).click()
    expect(page.locator("#events .ev[open]")).to_have_count(1)
    expect(page.locator("#count")).to_contain_text("of 100 events in view")


def test_without_script_it_reads_whole(alone, file):
    """Still, story, list and sources."""
    page = alone(file, java_script_enabled=False)
    expect(page.locator(".still svg")).to_be_visible()
    assert page.locator("#events time").count() >= 100 and page.locator(".all li").count() > 200
    assert page.locator('#story p a[href^="#ev-"]').count() >= 30


def test_a_framed_page_tells_its_height(browser: Browser, tmp_path):
    """In a sandbox without an origin, by message."""
    (tmp_path / "in.html").write_bytes(render_page(load(ROOT / "seeds" / "antiquity.yaml"), options=PageOptions(framed=True)))
    (tmp_path / "host.html").write_text(
        "<script>addEventListener('message', e => { document.title = e.data.type + ' ' + e.data.height; });</script>"
        '<iframe src="in.html" sandbox="allow-scripts allow-popups" width="900" height="300"></iframe>'
    )
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "host.html").as_uri())
    page.wait_for_function("() => /^timeline:resize \\d{3,}/.test(document.title)")
    context.close()


def test_it_prints(alone, file):
    """The still stands for the canvas, cards are open, and the paper has pages."""
    page = alone(file)
    expect(page.locator("#view canvas").first).to_be_visible()
    assert len(page.pdf(format="A4")) > 50_000
    page.emulate_media(media="print")
    expect(page.locator(".still svg")).to_be_visible()
    for put_away in ("#view", ".controls"):
        expect(page.locator(put_away).first).to_be_hidden()
