"""Runs axe on a page in the browser, wide, narrow, with text twice as large, and right to left.

The content policy forbids a script tag, so axe is handed to the page by `evaluate`.
`pythonpath` holds tests/, so a test says `from browser.axe import assert_no_violations`.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=700)
# 1280 px at 200 % zoom leave 640 of the page's own pixels.
ZOOMED = ViewportSize(width=640, height=450)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Only what is wrong comes back: the list of what is right takes longer than finding it.
RUN = """tags => axe.run({
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]
}).then(found => found.violations)"""

# Turns the page around and puts the mirrored sheet in the place of the other one.
TURN = """([direction, from, to]) => new Promise((turned) => {
    document.documentElement.dir = direction
    const sheet = document.querySelector(`link[href$="${from}"]`)
    if (!sheet) return turned()
    sheet.onload = turned
    sheet.href = sheet.href.replace(from, to)
})"""


def assert_no_violations(
    page: Page,
    *,
    widths: Sequence[ViewportSize] = (WIDE, ZOOMED, NARROW),
    right_to_left: bool = True,
) -> None:
    """Fail with what axe found on the page as it stands now, at every one of the `widths`.

    The last of them is judged mirrored where that is wanted: what differs there from the page read
    from the left is the direction alone. Also fails when the page is wider than its window. The
    window is set back afterwards.
    """
    before = page.viewport_size
    found: list[str] = []
    for place, size in enumerate(widths, start=1):
        page.set_viewport_size(size)
        mirrored = right_to_left and place == len(widths)
        how = f"{size['width']} px"
        found += _too_wide(page, how) if mirrored else _problems(page, how)
    if right_to_left:
        page.evaluate(TURN, ["rtl", "uswds.min.css", "uswds.rtl.min.css"])
        found += _problems(page, "right to left")
        page.evaluate(TURN, ["ltr", "uswds.rtl.min.css", "uswds.min.css"])
    if before:
        page.set_viewport_size(before)
    assert not found, f"{page.url}\n" + "\n".join(found)


def too_wide_by(page: Page) -> int:
    """Return by how many px the page as it stands now can be scrolled sideways."""
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


def _problems(page: Page, how: str) -> list[str]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe())
    violations: list[dict[str, Any]] = page.evaluate(RUN, RULES)
    return [_sentence(how, violation) for violation in violations] + _too_wide(page, how)


def _too_wide(page: Page, how: str) -> list[str]:
    too_wide = too_wide_by(page)
    return [f"{how}: the page is {too_wide} px wider than its window"] if too_wide else []


def _sentence(how: str, violation: dict[str, Any]) -> str:
    places = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
    return f"{how}: {violation['id']}: {violation['help']}: {places}"


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
