"""The app as a person uses it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

BID = "musk-bid-97bn"


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator("#view canvas").first).to_be_visible()
    expect(page.locator("#story .told").first).to_be_visible()
    return page


def point_at(page: Page, title: str) -> None:
    """Move the pointer over the picture until its tooltip names the event, as a reader's eye would find it."""
    stage = page.locator("#view .tl-stage").bounding_box()
    tip = page.locator("#view .tl-tip")
    for y in range(0, int(stage["height"]), 10):
        for x in range(int(stage["width"] * 0.15), int(stage["width"] * 0.55), 10):
            page.mouse.move(stage["x"] + x, stage["y"] + y)
            if tip.is_visible() and title in tip.inner_text():
                return
    raise AssertionError(f"nothing in the picture is called {title}")


def test_the_bid_its_counteroffer_and_a_source(page: Page, story: str):
    """Click the $97.4 billion bid in the picture, find the counteroffer among its replies, and a source's address."""
    opened(page, story + "?window=2025-02-08/2025-02-16&q=thread:control")
    point_at(page, "$97.4 billion")
    page.mouse.down()
    page.mouse.up()
    card = page.locator("#card")
    expect(card.locator("h2")).to_contain_text("$97.4 billion")
    expect(page).to_have_url(re.compile(f"event={BID}"))
    replies = card.locator(".relations-backward", has_text="Replies to it")
    expect(replies).to_contain_text(re.compile("Altman.*(9.74|Twitter)"))
    link = card.locator(".sources a").first
    assert link.get_attribute("href").startswith("https://") and link.get_attribute("rel") == "noopener noreferrer"
    replies.get_by_role("link", name=re.compile("Altman")).first.click()
    expect(card.locator("h2")).to_contain_text("Altman")
    expect(card.locator(".amounts")).to_contain_text("$9.74 billion")


def test_every_sentence_is_one_click_from_its_source(page: Page, story: str):
    """Each numbered mark is a link to a page of another site."""
    opened(page, story + "?length=long")
    told, marks = page.locator("#story .told"), page.locator("#story .told .marks:has(a)")
    addresses = page.locator("#story .told .marks a").evaluate_all("links => links.map(a => a.href)")
    assert told.count() == marks.count() >= 90 and len(addresses) >= 200
    assert not [a for a in addresses if not re.match(r"https?://", a)]


def test_search_and_filters_are_one_query_in_the_address(page: Page, story: str):
    """Typing narrows picture, story and address alike; the address alone brings the view back."""
    opened(page, story)
    page.get_by_role("searchbox").fill("thread:courts injunction")
    expect(page).to_have_url(re.compile("q=thread:courts"))
    expect(page.locator("#count")).to_contain_text(re.compile(r"^\d of \d+ events in view"))
    expect(page.locator("#story")).to_contain_text("injunction")
    told = page.locator("#story").inner_text()
    opened(page, page.url)
    expect(page.get_by_role("searchbox")).to_have_value("thread:courts injunction")
    assert page.locator("#story").inner_text() == told


def test_what_a_search_leaves_out_is_not_drawn(page: Page, story: str):
    """Narrowed twice: the events of the first search do not linger in the second."""
    opened(page, story)
    page.get_by_role("searchbox").fill("jury")
    expect(page.locator("#view .tl-count")).to_contain_text("4 of 100")
    expect(page.locator("#view .tl-events [data-event]")).to_have_count(4)
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.locator("#view .tl-count")).to_contain_text("0 of 100")
    expect(page.locator("#view .tl-events [data-event]")).to_have_count(0)


def test_zooming_retells_the_story_and_the_address_keeps_the_window(page: Page, story: str):
    """The wheel zooms about the pointer; what is in view is what is told."""
    opened(page, story)
    stage = page.locator("#view .tl-stage").bounding_box()
    page.mouse.move(stage["x"] + stage["width"] * 0.85, stage["y"] + 200)
    page.wait_for_timeout(400)
    for _ in range(12):
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(30)
    expect(page).to_have_url(re.compile("window="))
    expect(page.locator("#count")).to_contain_text("events in view")
    before = page.locator("#count").inner_text()
    opened(page, page.url)
    expect(page.locator("#count")).to_have_text(before)


def test_the_story_takes_other_forms(page: Page, story: str):
    """A brief by one choice; what led to the chosen event; a step moves the picture; all of it in the address."""
    opened(page, story)
    page.locator("#form").select_option("brief")
    expect(page.locator("#story .told")).to_have_count(4)
    expect(page).to_have_url(re.compile("form=brief"))
    page.locator("#form").select_option("led-to")
    expect(page.locator("#story .empty")).to_contain_text("Choose an event")
    opened(page, story + "?form=led-to&event=openai-board-rejects-bid")
    expect(page.locator("#story")).to_contain_text("rejected the bid")
    page.locator("#form").select_option("sides")
    expect(page.locator("#story h3").first).to_have_text("Whether there was a real bid")
    page.keyboard.press("Escape")
    expect(page.locator("#story table.sides").nth(1)).to_be_visible()
    page.goto(story + "?form=sides&event=musk-leaves-openai-board")
    expect(page.locator("#story table.sides th").first).to_have_text("Side")
    expect(page.locator("#story table.sides").first.locator(".marks a").first).to_have_attribute("href", re.compile("^https?:"))
    page.locator("#form").select_option("steps")
    page.locator("#story h3 a").nth(3).click()
    expect(page).to_have_url(re.compile("window=.*event="))


def test_sentences_and_events_light_each_other(page: Page, story: str):
    """Pointing at a sentence rings its event; pointing at an event in the picture lights its sentences."""
    opened(page, story + "?window=2025-02-08/2025-02-16&q=thread:control")
    point_at(page, "$97.4 billion")
    expect(page.locator(f"#story .lit[data-told={BID}]").first).to_be_visible()
    page.locator("#story .told").last.hover()
    expect(page.locator(f"#story .lit[data-told={BID}]")).to_have_count(0)


def test_steps_play_the_story(page: Page, story: str):
    """Next moves the picture; the steps stay as they are."""
    opened(page, story + "?form=steps")
    expect(page.locator(".player output")).to_contain_text("steps")
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator(".player output")).to_contain_text("Step 1 of")
    expect(page).to_have_url(re.compile("window=.*event=openai-founded"))
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("#card h2")).not_to_contain_text("charity")
    expect(page.locator(".player output")).to_contain_text("Step 2 of")


def test_table_sources_and_charts_follow_the_view(page: Page, story: str):
    """The same query; a row chooses its event; the charts upload nothing and have no button for it."""
    opened(page, story + "?q=thread:politics")
    rows = page.locator("#more tbody tr")
    expect(rows).to_have_count(7)
    page.get_by_role("link", name="Weight").click()
    expect(page.locator("#more th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    expect(rows.first).to_contain_text("Stargate")
    rows.first.get_by_role("link").click()
    expect(page.locator("#card h2")).to_contain_text("Stargate")
    expect(page.locator("#more tr.chosen")).to_contain_text("Stargate")
    page.get_by_role("tab", name="Sources").click()
    expect(page.locator("#more h3").first).to_contain_text("event")
    page.get_by_role("tab", name="Amounts").click()
    expect(page.locator("#chart .js-plotly-plot")).to_be_visible(timeout=20_000)
    page.locator("#chart").hover()
    assert page.locator("[data-title*='hare'], [data-title*='loud']").count() == 0


def test_as_it_was_known(page: Page, story: str):
    """On 11 February 2025 nobody knew of the rejection: not the picture, not the story, not the card."""
    opened(page, story + "?known=2025-02-11&form=brief")
    expect(page.locator(".known output")).to_have_text("11 February 2025")
    expect(page.locator("#view .tl-count")).to_contain_text("65 events")
    expect(page.locator("#story")).not_to_contain_text("reject")
    page.get_by_role("button", name="Now", exact=True).click()
    expect(page.locator("#view .tl-count")).to_contain_text("100 events")
    expect(page.locator("#story")).to_contain_text("rejected the bid")
    page.get_by_role("slider", name="As known on").focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("known=2015-"))


def test_days_are_those_on_which_something_became_known(page: Page, story: str):
    """One key is one such day; table, sources and card follow; what is played goes on by itself until it is stopped."""
    opened(page, story + "?known=2025-02-11&event=musk-bid-97bn")
    said, slider = page.locator(".known output"), page.get_by_role("slider", name="As known on")
    expect(page.locator("#more")).not_to_contain_text("turns the bid down")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("12 February 2025")
    expect(slider).to_have_attribute("aria-valuetext", "12 February 2025")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("14 February 2025")
    expect(page.locator("#more")).to_contain_text("turns the bid down")
    expect(page.locator("#card .relations-backward").first).to_contain_text("turns the bid down")
    page.get_by_role("tab", name="Sources").click()
    page.keyboard.press("Tab")
    expect(page.locator("#more .lead")).to_contain_text("sources of")
    then = page.locator("#more .lead").inner_text()
    page.get_by_role("button", name="Now", exact=True).click()
    expect(page.locator("#more .lead")).not_to_have_text(then)
    expect(said).to_have_text("now")
    page.locator(".known").get_by_role("button", name="Play").click()
    expect(said).to_have_text(re.compile("2015"))
    first = said.inner_text()
    expect(said).not_to_have_text(first)
    page.locator(".known").get_by_role("button", name="Pause").click()
    expect(page).to_have_url(re.compile("known=201"))


def test_reply_by_reply(page: Page, story: str):
    """r goes to what answers the bid, Shift+R back, r again to the next answer; where there is none it is said."""
    opened(page, story + f"?event={BID}")
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")
    links = page.locator("#card .relations-backward a").evaluate_all("links => links.map(a => a.dataset.event)")
    page.locator("#view .tl-stage").focus()
    seen = []
    for _ in range(3):
        page.keyboard.press("r")
        expect(page.locator("#card h2")).not_to_contain_text("$97.4 billion")
        expect(page.locator(f"#view .tl-events [data-event={BID}]")).to_have_attribute("aria-pressed", "false")
        seen.append(page.locator("#view .tl-events [aria-pressed=true]").get_attribute("data-event"))
        page.keyboard.press("Shift+R")
        expect(page.locator("#card h2")).to_contain_text("$97.4 billion")
        expect(page.locator(f"#view .tl-events [data-event={BID}]")).to_have_attribute("aria-pressed", "true")
    assert len(set(seen)) == 3 and set(seen) <= set(links)
    page.locator(f"#view .tl-events [data-event={BID}]").focus()
    page.keyboard.press("r")
    expect(page.locator("#card h2")).not_to_contain_text("$97.4 billion")
    expect(page.locator("#view .tl-events :focus")).to_have_attribute("aria-pressed", "true")
    for _ in range(12):
        page.keyboard.press("r")
        page.wait_for_timeout(150)
    expect(page.locator("#view .tl-root > [role=status]")).to_have_text("No event answers it.")


def test_enter_goes_on_to_the_card(page: Page, story: str):
    """Enter on the chosen event moves the focus to its card; Escape closes it and gives the focus back."""
    opened(page, story + f"?event={BID}")
    page.locator("#view .tl-stage").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    expect(page.locator("#view .tl-stage")).to_be_focused()


def test_a_mark_of_the_chart_chooses_its_event(page: Page, story: str):
    """A click in the amounts opens the event's card."""
    opened(page, story + "?show=amounts&q=id:musk-bid-97bn")
    mark = page.locator("#chart .scatterlayer .points path").first
    expect(mark).to_be_visible(timeout=20_000)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")


def test_the_story_can_be_copied(browser, story: str):
    """Markdown with its notes, by one click."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context.new_page(), story + "?form=brief")
    page.locator("#copy summary").click()
    page.get_by_role("button", name="As Markdown").click()
    expect(page.locator("#copy summary")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "[^1]" in text and "$97.4 billion" in text


def test_the_keyboard_alone(page: Page, story: str):
    """Tab reaches the events in view, Enter opens one, Escape closes it."""
    opened(page, story + "?window=2025-02-08/2025-02-16")
    page.locator(f"#view .tl-events [data-event={BID}]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")
    page.locator("#view .tl-stage").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("window=d"))


def test_saving_updates_the_open_page_and_keeps_the_window(own: tuple[Path, str], page: Page):
    """A new title is there within two seconds; window and chosen event stay."""
    path, url = own
    opened(page, url + f"?window=2025-02-01/2025-04-02&event={BID}")
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")
    text = path.read_text()
    title = re.search(rf"id: {BID}\n(?:.*\n)*?    title: (.*)\n", text)[1]
    path.write_text(text.replace(title, "A title that was changed while the page was open"))
    expect(page.locator("#card h2")).to_have_text("A title that was changed while the page was open")
    expect(page).to_have_url(re.compile("window=2025-02-01/2025-04-02"))
    expect(page.locator("#view .tl-events")).to_contain_text("A title that was changed")


def test_a_broken_file_keeps_the_last_good_story(own: tuple[Path, str], page: Page):
    """The finding and its code frame are shown above the picture that stays; mended, the banner goes."""
    path, url = own
    opened(page, url)
    text = path.read_text()
    path.write_text(text.replace("date: 2025-02-10", "date: 2025-13-10", 1))
    banner = page.locator("#banner")
    expect(banner).to_contain_text("month 13 does not exist")
    expect(banner.locator("pre")).to_contain_text("date: 2025-13-10")
    expect(page.locator("#count")).to_have_text("100 events")
    path.write_text(text)
    expect(banner).to_be_empty()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800), (2560, 1300)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_every_screen(browser, story: str, width: int, height: int, scheme: str):
    """No sideways scrolling, the picture and the story in sight, from a phone to a wide screen."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = opened(context.new_page(), story)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("#view canvas").first.bounding_box()
    assert box["width"] > (0.58 if width >= 1200 else 0.8) * width and box["height"] >= 250
    context.close()


def test_hostile_text_is_shown_as_text(page: Page, tmp_path: Path):
    """A store full of markup: it is all there to read, and none of it runs."""
    from .conftest import start

    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    path = tmp_path / "events.yaml"
    path.write_text(
        f"timeline: {{title: '{nasty}'}}\nthreads: {{t: '{nasty}'}}\nactors: {{a: '{nasty}'}}\nevents:\n- id: x\n  date: 2020\n"
        f"  title: '{nasty}'\n  thread: t\n  actors: [a]\n  summary: '{nasty} [x](javascript:alert(3))'\n"
        f"  quotes: [{{by: a, text: '{nasty}'}}]\n  sources: [{{title: '{nasty}'}}]\n"
    )
    server, url = start(path)
    try:
        opened(page, url + "?event=x")
        expect(page.locator("#card h2")).to_have_text(nasty)
        expect(page.locator("h1")).to_have_text(nasty)
        assert page.locator("#card img, #card script").count() == 0
    finally:
        page.goto("about:blank")
        server.terminate()
        server.wait(10)
