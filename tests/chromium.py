"""Finds the browser for the tests that go through the pages, and says so when there is none."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

# The headless shell is Chromium without its windows: the same pages in half the time.
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
_SWITCHES = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_MISSING = (
    "No Chromium on this machine: the tests that go through the pages were skipped. Install it "
    "(Debian: apt install chromium-headless-shell) or name it in OPENMSO_CHROMIUM."
)


def find_chromium() -> Path | None:
    """Return the browser's program, or None."""
    named = os.environ.get("OPENMSO_CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in _NAMES]
    return next((Path(place) for place in found if place and Path(place).is_file()), None)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program; without one the test is skipped, or fails where one is required."""
    found = find_chromium()
    if found is None:
        if os.environ.get("OPENMSO_REQUIRE_BROWSER") == "1":
            pytest.fail("OPENMSO_REQUIRE_BROWSER is set, and there is no Chromium here.")
        pytest.skip("no Chromium")
    return found


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """One browser for the process; open a new context per person in a test."""
    # Playwright keeps an event loop in this thread, where Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium, args=[*_SWITCHES, *as_root], headless=True
        )
        yield running
        running.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if any("no Chromium" in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(_MISSING)
