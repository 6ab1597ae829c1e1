"""Print the path of a Chromium or Chrome for the browser tests, getting one where none is there.

The system's own first; then Debian's by apt-get where that is allowed; then Playwright's own download. Fails with
what to do when none of these works: the browser tests are never skipped in silence.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MACS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def system_browser() -> str | None:
    named = os.environ.get("CHROMIUM")
    found = [named, *map(shutil.which, NAMES), *(m for m in MACS if os.path.exists(m))]
    return next((path for path in found if path), None)


def by_apt() -> str | None:
    if not shutil.which("apt-get"):
        return None
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    steps = (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    )
    for step in steps:
        try:
            done = subprocess.run([*sudo, *step], stdout=sys.stderr, stderr=sys.stderr, check=False)
        except FileNotFoundError:
            return None
        if done.returncode:
            return None
    return system_browser()


def by_playwright() -> str | None:
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr, check=False)
    if done.returncode:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


if __name__ == "__main__":
    browser = system_browser() or by_apt() or by_playwright()
    if not browser:
        sys.exit(
            "The tests need Chromium or Chrome and none could be installed: install one, or set CHROMIUM to its path."
        )
    print(browser)
