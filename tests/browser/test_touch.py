"""Fingers on the timeline: pinch, pan, scroll the page, press and hold, tap."""

import re

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from .test_app import opened

EVENT = "semafor-reports-musk-takeover-attempt"
Point = tuple[float, float]


class Fingers:
    """One or two fingers on the screen, sent to the browser as its own touch events."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self.page, self.session = page, session

    def send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def glide(self, start: list[Point], end: list[Point]) -> None:
        self.send("touchStart", *start)
        for part in range(1, 13):
            at = [(a + (c - a) * part / 12, b + (d - b) * part / 12) for (a, b), (c, d) in zip(start, end, strict=True)]
            self.send("touchMove", *at)
            self.page.wait_for_timeout(16)
        self.send("touchEnd")


@pytest.fixture
def phone(browser: Browser, story: str):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = opened(context.new_page(), story + f"?q=id:{EVENT}&window=2023-03-01/2023-04-15")
    yield page, Fingers(page, context.new_cdp_session(page)), page.locator("#view .tl-stage").bounding_box()
    context.close()


def span(page: Page) -> tuple[float, float]:
    page.wait_for_url(re.compile("window=d"))
    window = page.evaluate("new URLSearchParams(location.search).get('window')")
    start, end = re.match(r"d?(-?[\d.]+)\.\.d?(-?[\d.]+)$", window).groups()
    return float(start), float(end)


def moved(page: Page, before: tuple[float, float]) -> tuple[float, float]:
    """The window once it has come to rest somewhere else."""
    page.wait_for_timeout(600)
    assert span(page) != before
    return span(page)


def test_pinch_pan_and_scroll(phone):
    """Two fingers zoom about themselves, one pans sideways, and one that goes up scrolls the page and moves no window."""
    page, fingers, stage = phone
    y, before = stage["y"] + 120, span(page)
    fingers.glide([(150, y), (230, y)], [(100, y), (280, y)])
    pinched = moved(page, before)
    assert pinched[1] - pinched[0] < 0.7 * (before[1] - before[0])
    fingers.glide([(260, y)], [(140, y)])
    panned = moved(page, pinched)
    assert panned[0] > pinched[0] and abs((panned[1] - panned[0]) - (pinched[1] - pinched[0])) < 0.1
    fingers.glide([(200, 700)], [(200, 400)])
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") > 100 and span(page) == panned


def test_press_and_tap(phone):
    """A press that stays shows the tooltip and chooses nothing; a tap, even a little beside the mark, opens the card."""
    page, fingers, stage = phone
    mark = find_mark(page, stage)
    page.mouse.move(2, 2)
    fingers.send("touchStart", mark)
    expect(page.locator("#view .tl-tip")).to_contain_text("Semafor")
    fingers.send("touchEnd")
    expect(page.locator("#card")).to_be_hidden()
    page.wait_for_timeout(500)
    fingers.send("touchStart", (mark[0] + 6, mark[1] + 4))
    fingers.send("touchEnd")
    expect(page.locator("#card h2")).to_contain_text("Semafor")
    expect(page.locator("#view .tl-tip")).to_be_hidden()


def find_mark(page: Page, stage: dict) -> Point:
    tip = page.locator("#view .tl-tip")
    for y in range(0, int(stage["height"]), 8):
        for x in range(8, int(stage["width"]), 16):
            page.mouse.move(stage["x"] + x, stage["y"] + y)
            if tip.is_visible():
                return stage["x"] + x, stage["y"] + y
    raise AssertionError("no mark was found")
