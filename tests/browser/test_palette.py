"""The palette: anything of the store by a few words, from the keyboard."""

import re

from playwright.sync_api import Page, expect

from .test_app import BID, opened


def asked(page: Page, text: str) -> Page:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Find anything").fill(text)
    expect(page.locator("dialog [role=status]")).not_to_contain_text("Looking")
    return page


def test_an_event_by_words_of_its_title(page: Page, story: str):
    """In any order, with the arrow keys and Enter; the card opens and the focus returns."""
    opened(page, story)
    page.locator("#view .tl-stage").focus()
    asked(page, "97.4 bid")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("$97.4 billion")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")
    expect(page).to_have_url(re.compile(f"event={BID}"))
    assert page.evaluate("document.activeElement.className") == "tl-stage"


def test_actor_source_and_form(page: Page, story: str):
    """An actor filters, a source opens its list at that source, a form retells the story; / opens it from the timeline."""
    opened(page, story)
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_hidden()
    page.locator("#view .tl-stage").focus()
    page.keyboard.press("/")
    page.get_by_role("combobox", name="Find anything").fill("taylor")
    page.get_by_role("option", name=re.compile("Bret Taylor")).click()
    expect(page).to_have_url(re.compile("q=actor:"))
    expect(page.locator("#view .tl-count")).to_contain_text("of 100 events")
    asked(page, "macrumors rebuffs")
    page.get_by_role("option", name=re.compile("MacRumors")).click()
    expect(page.locator("#more .chosen")).to_contain_text("OpenAI Rebuffs Musk Buyout Attempt")
    expect(page.locator("#more .chosen")).to_be_in_viewport()
    asked(page, "brief")
    page.locator("dialog").get_by_role("option", name="Brief", exact=True).click()
    expect(page.locator("#form")).to_have_value("brief")


def test_a_slip_is_forgiven_and_said(page: Page, story: str):
    """What was meant is shown and named; what nothing is called is said; Escape closes and changes nothing."""
    opened(page, story)
    asked(page, "counterofer")
    expect(page.locator("dialog [role=status]")).to_contain_text("this is for “counteroffer”")
    expect(page.get_by_role("option").first).to_contain_text("$9.74 billion")
    page.get_by_role("combobox", name="Find anything").fill("xyzzyxyzzy")
    expect(page.locator("dialog [role=status]")).to_contain_text("Nothing is called “xyzzyxyzzy”")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.url.rstrip("?") == story


def test_an_event_outside_the_filter_takes_it_away(page: Page, story: str):
    """Going to an event that the search leaves out shows it in the picture."""
    opened(page, story + "?q=thread:courts")
    asked(page, "stargate unveils")
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_contain_text("Stargate")
    expect(page.locator("#view .tl-count")).to_have_text("100 events")
