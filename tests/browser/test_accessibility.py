"""axe-core finds nothing, in any state of the page."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

STATES = {
    "whole story": "",
    "an event with disputes": "?event=musk-leaves-openai-board",
    "February 2025": "?window=2025-02-01/2025-03-31&event=musk-bid-97bn",
    "filtered": "?q=thread:courts,money",
    "nothing found": "?q=zzzzzz",
    "no such event": "?event=nobody",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Browser, story: str, state: str, width: int, scheme: str):
    """Contrast, names, roles, order."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(story + STATES[state])
    expect(page.locator("#view canvas").first).to_be_visible()
    expect(page.locator("#count")).to_have_text(re.compile("events"))
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(v["id"], v["nodes"][0]["target"]) for v in found] == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_in_what_opens(browser: Browser, story: str, width: int, scheme: str):
    """The legend, a closed lane, the list of a cluster."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(story)
    page.get_by_role("button", name="Legend").click()
    page.locator(".tl-lane").nth(2).click()
    page.wait_for_timeout(600)
    page.locator(".tl-groups button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tl-picker")).to_be_visible()
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(v["id"], v["nodes"][0]["target"]) for v in found] == []
