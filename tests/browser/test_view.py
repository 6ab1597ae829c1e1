"""The timeline view itself: lanes that follow the window and can be closed, the list of a cluster, the legend."""

import re

from playwright.sync_api import Browser, Page, expect

from .test_app import opened

FEBRUARY = "?window=2025-02-01/2025-03-05"


def heights(page: Page) -> dict[str, float]:
    """Height of each lane by its title, once the lanes have come to rest."""
    page.wait_for_timeout(700)
    return page.locator(".tl-lane").evaluate_all(
        "all => Object.fromEntries(all.map(b => [b.getAttribute('aria-label'), parseFloat(b.style.height)]))"
    )


def test_empty_lanes_are_strips_and_grow_again(page: Page, story: str):
    """In February 2025 politics is silent; over the whole story it is not. Nothing moves while the reader pans."""
    opened(page, story + FEBRUARY)
    near = heights(page)
    assert near["Politics"] < 30 < near["Control of OpenAI"]
    page.locator(".tl-stage").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
    assert page.locator(".tl-lane").last.evaluate("b => parseFloat(b.style.height)") == near["Politics"]
    page.keyboard.press("0")
    assert heights(page)["Politics"] > 40


def test_a_lane_is_closed_and_opened_by_key_and_by_click(page: Page, story: str):
    """Its title is a button that says whether it is open."""
    opened(page, story)
    lane = page.get_by_role("button", name="The courts", exact=True)
    expect(lane).to_have_attribute("aria-expanded", "true")
    lane.focus()
    page.keyboard.press("Enter")
    expect(lane).to_have_attribute("aria-expanded", "false")
    assert heights(page)["The courts"] < 30
    lane.click()
    expect(lane).to_have_attribute("aria-expanded", "true")
    assert heights(page)["The courts"] > 40


def test_a_cluster_opens_as_a_list(page: Page, story: str):
    """By keyboard: a group, its list, arrow down, Enter chooses an event; Escape brings the focus back."""
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, story)
    group = page.locator(".tl-groups button").first
    expect(group).to_have_text(re.compile(r"^\d+ events, "))
    group.focus()
    page.keyboard.press("Enter")
    picker = page.locator(".tl-picker")
    expect(picker).to_be_visible()
    page.keyboard.press("Escape")
    expect(picker).to_be_hidden()
    expect(group).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    title = page.locator(".tl-pick:focus span").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_have_text(title)


def test_a_cluster_zooms(page: Page, story: str):
    """The last entry of the list zooms in on the events."""
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, story)
    page.locator(".tl-groups button").first.focus()
    page.keyboard.press("Enter")
    page.locator(".tl-pick-zoom").click()
    expect(page).to_have_url(re.compile("window="))


def test_chips_say_what_each_filter_leaves_and_the_view_goes_there(page: Page, story: str):
    """One chip a term with its own count; "Zoom to them" shows what all of them leave, and back is where one was."""
    opened(page, story + "?q=actor:altman+kind:lawsuit")
    chips = page.locator(".tl-chip")
    expect(chips).to_have_text(["actor Sam Altman38", "kind lawsuit5"])
    expect(page.locator(".tl-count")).to_have_text("3 of 100 events")
    page.get_by_role("button", name="Zoom to them").click()
    back = page.get_by_role("button", name="Back to the view before")
    expect(back).to_have_attribute("aria-disabled", "false")
    expect(page.locator(".tl-root [role=status]")).to_contain_text("2024")
    chips.first.click()
    expect(chips).to_have_text(["kind lawsuit5"])
    expect(page.locator(".tl-count")).to_have_text("5 of 100 events")


def test_the_legend_explains_what_is_on_screen(page: Page, story: str):
    """Only what is there: over the whole story also what is alleged, in one quiet week not."""
    opened(page, story)
    button = page.get_by_role("button", name="Legend")
    button.click()
    legend = page.get_by_role("list", name="Legend")
    expect(legend).to_contain_text("alleged")
    expect(legend).to_contain_text("some side tells it otherwise")
    opened(page, story + "?window=2025-03-01/2025-03-12")
    page.get_by_role("button", name="Legend").click()
    expect(legend).not_to_contain_text("alleged")
    page.get_by_role("button", name="Legend").click()
    expect(legend).to_be_hidden()


def test_without_motion_lanes_jump(browser: Browser, story: str):
    """Who asked for less motion sees no lane on its way."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    opened(page, story)
    page.wait_for_timeout(400)
    page.evaluate(
        """() => { window.seen = new Set();
        new MutationObserver(() => seen.add(document.querySelector('.tl-lane').style.height))
          .observe(document.querySelector('.tl-lanes'), { subtree: true, attributes: true, attributeFilter: ['style'] }) }"""
    )
    page.get_by_role("button", name="The courts", exact=True).click()
    page.wait_for_timeout(500)
    assert page.evaluate("seen.size") <= 1
    context.close()
