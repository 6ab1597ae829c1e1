"""The address: Back and Forward through views, one entry for one gesture."""

import re

from playwright.sync_api import Page, expect

from .test_app import BID, opened


def test_back_and_forward(page: Page, story: str):
    """Through form, event and order; what each view had is there again."""
    opened(page, story)
    page.locator("#form").select_option("brief")
    expect(page).to_have_url(re.compile(r"\?form=brief$"))
    page.locator(f"#story [data-told={BID}] a").first.click()
    expect(page).to_have_url(re.compile(f"event={BID}"))
    page.get_by_role("tab", name="Sources").click()
    expect(page).to_have_url(re.compile("show=sources"))
    page.go_back()
    expect(page.get_by_role("tab", name="Events")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#card")).to_be_visible()
    page.go_back()
    expect(page.locator("#card")).to_be_hidden()
    page.go_back()
    expect(page.locator("#form")).to_have_value("chronicle")
    page.go_forward()
    page.go_forward()
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")


def test_a_gesture_is_one_entry(page: Page, story: str):
    """Several turns of the wheel and a word typed letter by letter leave two entries, not one a step."""
    opened(page, story)
    entries = page.evaluate("history.length")
    stage = page.locator("#view .tl-stage").bounding_box()
    page.mouse.move(stage["x"] + stage["width"] * 0.8, stage["y"] + 150)
    for _ in range(3):
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(400)
    expect(page).to_have_url(re.compile("window="))
    window = page.evaluate("new URLSearchParams(location.search).get('window')")
    page.get_by_role("searchbox").press_sequentially("jury", delay=250)
    expect(page).to_have_url(re.compile("q=jury"))
    assert page.evaluate("history.length") == entries + 2
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("")
    assert page.evaluate("new URLSearchParams(location.search).get('window')") == window
    page.go_back()
    expect(page.locator("#count")).to_have_text("100 events")


def test_nothing_is_kept_in_the_browser(page: Page, story: str):
    """Settings are in the address alone."""
    opened(page, story + "?form=brief&sort=-weight&known=2025-02-11")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
