"""A browser that translates a page turns it around and keeps the sheet that was not mirrored."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from browser.axe import NARROW, WIDE, too_wide_by
from browser.sample_page import show
from channels.ui.drawing import a_frame, drawn
from channels.ui.test_parts import PARTS

pytestmark = pytest.mark.browser

FRAMES = ("ui/desk.html", "ui/practice.html", "ui/member.html", "ui/public.html")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=("wide", "narrow"))
def test_a_translated_page_is_not_wider_than_its_window(
    page: Page, frame: str, size: ViewportSize
) -> None:
    around = drawn(frame, frame=a_frame())
    trail = drawn("ui/_breadcrumbs.html", **PARTS["ui/_breadcrumbs.html"])
    before, after = around.split("</main>")
    show(page, f"{before}{trail}<h1>Members</h1></main>{after}")
    page.set_viewport_size(size)

    page.evaluate("document.documentElement.dir = 'rtl'")

    assert too_wide_by(page) == 0
