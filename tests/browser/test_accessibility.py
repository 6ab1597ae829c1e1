"""axe-core finds nothing, in any state of the page."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

STATES = {
    "whole story": "",
    "an event with disputes": "?event=musk-leaves-openai-board",
    "February 2025": "?window=2025-02-01/2025-03-31&event=musk-bid-97bn",
    "filtered": "?q=thread:courts,money",
    "nothing found": "?q=zzzzzz",
    "no such event": "?event=nobody",
    "nothing in the window": "?window=2020-02-01/2020-03-01",
    "a brief": "?form=brief",
    "thread by thread": "?form=explainer&length=long",
    "a part not chosen yet": "?form=perspective",
    "a part": "?form=perspective&actor=musk",
    "what led to an event": "?form=led-to&event=openai-board-rejects-bid",
    "both sides": "?form=sides&event=musk-leaves-openai-board",
    "steps": "?form=steps",
    "as known then": "?known=2025-02-11&event=musk-bid-97bn",
    "not known yet": "?known=2025-02-11&event=openai-board-rejects-bid",
    "sources": "?show=sources",
    "ordered by weight": "?sort=-weight",
    "drawn otherwise": "?scale=dense&amounts=1",
}
# What can look wrong is looked at in both themes and at two widths; what only reads otherwise, once.
TWICE = ("whole story", "February 2025", "filtered", "nothing in the window", "as known then", "sources", "steps")
SCREENS = [(1440, "light"), (390, "dark")]


def violations(page: Page) -> list[tuple[str, list[str]]]:
    return [(v["id"], v["nodes"][0]["target"]) for v in Axe().run(page).response["violations"]]


@pytest.mark.parametrize(
    ("state", "width", "scheme"),
    [(state, *screen) for state in STATES for screen in (SCREENS if state in TWICE else SCREENS[:1])],
)
def test_axe_finds_nothing(browser: Browser, story: str, state: str, width: int, scheme: str):
    """Contrast, names, roles, order."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(story + STATES[state])
    expect(page.locator("#view canvas").first).to_be_visible()
    expect(page.locator("#count")).to_have_text(re.compile("events"))
    found = violations(page)
    context.close()
    assert found == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_in_what_opens(browser: Browser, story: str, width: int, scheme: str):
    """The legend, a closed lane, the list of a cluster, a filter menu, the menu of copies, the palette."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(story)
    page.get_by_role("button", name="Legend").click()
    page.locator(".tl-lane").nth(2).click()
    page.wait_for_timeout(600)
    page.locator(".tl-groups button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tl-picker")).to_be_visible()
    found = violations(page)
    page.keyboard.press("Escape")
    page.locator(".tl-menu summary", has_text="Thread").click()
    found += violations(page)
    page.keyboard.press("Escape")
    page.locator("#copy summary").click()
    found += violations(page)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Find anything").fill("musk")
    expect(page.locator("dialog").get_by_role("option").first).to_be_visible()
    found += violations(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_charts(browser: Browser, story: str, scheme: str):
    """Amounts and activity."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for kind in ("amounts", "activity"):
        page.goto(story + f"?show={kind}")
        expect(page.locator("#chart .js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
        assert violations(page) == []
    context.close()


def test_axe_finds_nothing_under_forced_colours(browser: Browser, story: str):
    """The chosen event, its card and the story, in the reader's own colours."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, forced_colors="active", bypass_csp=True)
    page = context.new_page()
    page.goto(story + "?event=musk-bid-97bn")
    expect(page.locator("#card h2")).to_be_visible()
    assert violations(page) == []
    context.close()


def test_axe_finds_nothing_in_a_broken_store(own, browser: Browser):
    """The banner of errors, and the store's text with its findings."""
    path, url = own
    path.write_text(path.read_text().replace("date: 2025-02-10", "date: 2025-13-10", 1))
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(url)
    expect(page.locator("#banner a").first).to_be_visible()
    found = violations(page)
    page.goto(url.rstrip("/") + page.locator("#banner a").first.get_attribute("href"))
    found += violations(page)
    context.close()
    assert found == []
