"""Nothing there, not there yet, broken, gone: what the page says, and the way on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import ROOT, free_port, start
from .test_app import BID, opened


def test_nothing_in_the_window_names_what_is_nearest(page: Page, story: str):
    """One click goes to the last event before, with the window as wide as it was."""
    page.goto(story + "?window=2020-02-01/2020-03-01")
    expect(page.locator("#story")).to_contain_text("Nothing happens between these two days.")
    expect(page.locator("#story")).to_contain_text(re.compile("Next after: .*2021"))
    page.locator("#story a").first.click()
    expect(page.locator("#card h2")).to_contain_text("Microsoft puts $1 billion into OpenAI")
    expect(page.locator("#count")).to_have_text("1 of 100 events in view")


def test_no_match_guesses_and_clears(page: Page, story: str):
    """A thread that does not exist is told with the nearest name; a button takes search and filters away."""
    page.goto(story + "?q=thread:kourts")
    expect(page.locator("#story")).to_contain_text("did you mean 'courts'?")
    page.get_by_role("link", name="Clear search and filters").click()
    expect(page.locator("#count")).to_have_text("100 events")


def test_an_empty_store_says_how_to_begin(tmp_path: Path, page: Page):
    """A file without events; the first one saved appears."""
    path = tmp_path / "mine.yaml"
    path.write_text("timeline: {title: Mine}\n")
    server, url = start(path)
    try:
        page.goto(url)
        expect(page.locator("#story")).to_contain_text("No events yet")
        path.write_text("timeline: {title: Ours}\nevents:\n- {date: 2020-05-01, title: A first event, sources: [https://a.example/1]}\n")
        expect(page.locator("#count")).to_have_text("1 event")
        expect(page.locator("h1")).to_have_text("Ours")
    finally:
        page.goto("about:blank")
        server.terminate()
        server.wait(10)


def test_the_server_goes_and_comes_back(browser, tmp_path: Path):
    """Within a few seconds the page says so and keeps what it shows; when the server is back, so is the page."""
    port = free_port()
    server, url = start(ROOT / "seeds" / "incident.yaml", port)
    page = browser.new_page()
    try:
        opened(page, url)
        server.terminate()
        server.wait(10)
        expect(page.get_by_role("alert")).to_contain_text("The server does not answer")
        expect(page.locator("#story .told").first).to_be_visible()
        server, _ = start(ROOT / "seeds" / "incident.yaml", port)
        expect(page.locator("#pulse")).to_be_empty()
        page.locator("#form").select_option("brief")
        expect(page).to_have_url(re.compile("form=brief"))
    finally:
        page.close()
        server.terminate()
        server.wait(10)


def test_a_scene_that_fails_can_be_asked_again(browser, story: str):
    """The timeline's place says what happened and has a button."""
    page = browser.new_page()
    page.route("**/scene.json*", lambda route: route.fulfill(status=503, body="busy"))
    page.goto(story)
    alert = page.locator("#view [role=alert]")
    expect(alert).to_contain_text("503")
    page.unroute("**/scene.json*")
    alert.get_by_role("button", name="Try again").click()
    expect(page.locator("#view canvas").first).to_be_visible()
    page.close()


def test_a_finding_leads_to_its_line(own: tuple[Path, str], page: Page):
    """The banner's link opens the file at the line, with the finding under it; so does the card's link to its event."""
    path, url = own
    opened(page, url + f"?event={BID}")
    link = page.locator("#card .place a")
    line = int(re.search(r"line (\d+)", link.inner_text())[1])
    lines = path.read_text().split("\n")
    assert lines[line - 1].strip(" -") == f"id: {BID}"
    at = next(i for i, text in enumerate(lines) if "date: 2025-02-10" in text)
    path.write_text("\n".join([*lines[:at], lines[at].replace("02-10", "13-10"), *lines[at + 1 :]]))
    banner = page.locator("#banner a").first
    expect(banner).to_have_text(re.compile(rf":{at + 1}:"))
    page.goto(url.rstrip("/") + banner.get_attribute("href"))
    expect(page.locator(f"#L{at + 1}")).to_be_in_viewport()
    expect(page.locator(f"#L{at + 1} + .finding")).to_contain_text("month 13 does not exist")


def test_an_event_not_known_yet(page: Page, story: str):
    """Winding back past the chosen event says so in its card, and offers the way back."""
    opened(page, story + "?event=openai-board-rejects-bid&known=2025-02-11")
    expect(page.locator("#card")).to_contain_text("nothing was known of this event yet")
    page.get_by_role("link", name="Show it as known now").click()
    expect(page.locator("#card h2")).to_contain_text("turns the bid down")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1440, 900), (1920, 1080), (2560, 1300)])
def test_beside(browser, story: str, width: int, height: int):
    """Timeline, card and story share the window: choosing an event moves nothing but the story's own box."""
    page = browser.new_page(viewport={"width": width, "height": height})
    opened(page, story)
    page.wait_for_timeout(500)
    before = page.locator("#view canvas").first.bounding_box()
    assert before["y"] + before["height"] < height and page.locator(".known").bounding_box()["y"] < height
    page.locator(f"#story [data-told={BID}] a").first.click()
    expect(page.locator("#card h2")).to_contain_text("$97.4 billion")
    expect(page.locator("#story .chosen").first).to_be_in_viewport()
    page.wait_for_timeout(400)
    assert page.locator("#view canvas").first.bounding_box() == before and page.evaluate("scrollY") == 0
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    page.close()
