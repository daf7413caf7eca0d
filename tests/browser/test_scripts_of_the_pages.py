"""The small scripts in Chromium: keys of a worklist, the code box, the end of a session."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import assert_no_violations
from browser.sample_page import show
from channels.ui.drawing import a_frame, drawn
from channels.ui.test_parts import PARTS, TABLE
from openmso.channels.ui.forms import CodeField, Form
from openmso.channels.ui.presenters.worklist import Row, RowAct, Table

pytestmark = pytest.mark.browser

ROWS = tuple(
    Row(
        uid=f"r{number}",
        href=f"/case/{number}/",
        text=f"Case {number}",
        cells=TABLE.rows[0].cells,
        acts=(RowAct(key="a", label="Assign to me", href=f"/assign/{number}/", post=True),),
    )
    for number in range(3)
)


@pytest.fixture
def page(browser: Browser) -> Any:
    page = browser.new_page()
    yield page
    page.close()


def worklist() -> str:
    table = Table(uid="work", caption="Requests", columns=TABLE.columns, rows=ROWS, has_acts=True)
    parts = drawn("ui/_keys.html", **PARTS["ui/_keys.html"])
    parts += drawn("ui/_worklist_table.html", table=table)
    return in_a_desk(f"<h1>Worklist</h1>{parts}")


def in_a_desk(content: str, **wishes: Any) -> str:
    around = drawn("ui/desk.html", frame=a_frame(**wishes))
    before, after = around.split("</main>")
    return f"{before}{content}</main>{after}"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_j_k_and_a_letter_work_through_the_list(page: Page) -> None:
    seen = show(page, worklist())

    for key, row in (("j", "Case 0"), ("j", "Case 1"), ("j", "Case 2"), ("k", "Case 1")):
        page.keyboard.press(key)
        assert focused(page) == row
    page.keyboard.press("a")
    page.wait_for_timeout(200)

    assert "POST /assign/1/" in seen


def test_letters_can_be_switched_off_and_help_opens_by_a_question_mark(page: Page) -> None:
    show(page, worklist())

    page.keyboard.press("?")
    expect(page.get_by_text("Next and previous row")).to_be_visible()
    page.get_by_label("Letter keys on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")

    assert not focused(page).startswith("Case")


def test_a_deadline_opens_by_keyboard_and_closes_by_escape(page: Page) -> None:
    show(page, worklist())
    summary = page.locator("summary.deadline__summary").first

    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("R-1").first).to_be_visible()
    assert_no_violations(page)
    page.keyboard.press("Escape")

    expect(page.get_by_text("R-1").first).to_be_hidden()


class CodeForm(Form):
    code = CodeField(label="Service")


def code_page() -> str:
    html = str(CodeForm()).replace('data-combo-url=""', 'data-combo-url="/codes/"')
    return in_a_desk(f"<h1>Code</h1><form>{html}</form>")


def test_the_code_box_offers_and_takes_a_suggestion_by_keyboard(page: Page) -> None:
    show(page, code_page())
    box = page.get_by_role("combobox", name="Service")

    box.press_sequentially("knee")
    expect(page.get_by_role("option")).to_have_text("73721 MRI of a leg jointNeeds approval")
    assert_no_violations(page)
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "id_code_list_0"
    box.press("Enter")

    expect(box).to_have_value("73721")
    assert box.get_attribute("aria-expanded") == "false"


def test_a_code_typed_directly_stays_as_typed(page: Page) -> None:
    show(page, code_page())
    box = page.get_by_role("combobox", name="Service")

    box.press_sequentially("97110")
    box.press("Tab")

    expect(box).to_have_value("97110")


def test_two_minutes_before_the_end_one_question_keeps_the_session(page: Page) -> None:
    page.clock.install()
    seen = show(page, in_a_desk("<h1>Desk</h1>", idle_seconds=900, warn_seconds=120))
    dialog = page.get_by_role("dialog", name="Are you still there?")

    page.clock.run_for("12:59")
    expect(dialog).to_be_hidden()
    page.clock.run_for("00:02")
    expect(dialog).to_be_visible()
    assert_no_violations(page)
    page.get_by_role("button", name="Stay signed in").click()

    expect(dialog).to_be_hidden()
    assert "POST /session/stay/" in seen


def test_the_page_is_left_when_nobody_answers(page: Page) -> None:
    page.clock.install()
    seen = show(page, in_a_desk("<h1>Desk</h1>", idle_seconds=900, warn_seconds=120))

    page.clock.run_for("15:01")
    page.wait_for_timeout(300)

    assert "GET /account/login/" in seen
