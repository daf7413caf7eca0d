"""On-call at the desk: the week, publishing, swapping, pages and answers, the phone desk."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from factories.access import make_account, sign_in
from factories.on_call import AT_NIGHT, DutyOffice, duty, make_duty_office, staffed_office
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.domain.stretch import Stretch
from openmso.office.on_call.models import CallTaken, DutySchedule, Page, PagerNumber, Shift
from openmso.office.on_call.queries import on_duty
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db
Asserter = Callable[..., Any]
SIGN_IN = 1
WEEK_DAYS = {"role": "nurse", "from_on": "11/22/2026", "to_on": "11/28/2026"}


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with time_machine.travel(AT_NIGHT, tick=False):
        yield


def at_the_desk(account: Account) -> Client:
    return sign_in(Client(), account)


def supervisor_of(office: DutyOffice) -> Client:
    return at_the_desk(make_account(Role.SUPERVISOR, office.tenant))


def text_of(answer: Any) -> str:
    html: str = answer.content.decode()
    assert_ids_resolve(html)
    assert_nothing_inline(html)
    return " ".join(html.split())


def shift_lines(office: DutyOffice, *lines: tuple[Account, str, str]) -> str:
    return "\n".join(
        ["email,starts,ends", *(f"{who.email},{starts},{ends}" for who, starts, ends in lines)]
    )


def test_the_week_says_who_is_on_duty_now_and_each_day(
    django_assert_max_num_queries: Asserter,
) -> None:
    office = staffed_office()
    desk = supervisor_of(office)
    desk.get("/staff/on-call/")

    with django_assert_max_num_queries(4 + SIGN_IN):
        page = text_of(desk.get("/staff/on-call/"))

    assert "On call, 11/22/2026 to 11/28/2026" in page
    assert "Ines Kobayashi, then Tobias Achterberg" in page
    assert "Times are those of America/Los_Angeles" in page
    assert "Nobody is on duty" not in page
    assert "No schedule was ever published for: Medical director" in page


@pytest.mark.requirement("S000-29")
def test_a_week_that_nobody_planned_is_red_in_words() -> None:
    desk = supervisor_of(staffed_office())

    page = text_of(desk.get("/staff/on-call/?week=2026-12-01"))

    assert (
        "Nurse on call: nobody is on duty from Sunday 11/29/2026 12:00 AM PST to Sunday "
        "12/06/2026 12:00 AM PST (168 h)." in page
    )
    assert page.count('class="on-call__nobody">Nobody: midnight to midnight') == 14


@pytest.mark.parametrize("asked", ["nonsense", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_week_that_cannot_be_shown_is_another_one(asked: str) -> None:
    desk = supervisor_of(staffed_office())

    assert desk.get(f"/staff/on-call/?week={asked}").status_code == 200


@pytest.mark.requirement("S000-29")
def test_pasted_shifts_with_a_gap_are_refused_and_stay_in_the_form() -> None:
    office = make_duty_office()
    shifts = shift_lines(
        office,
        (office.ines, "11/22/2026 12:00 AM", "11/25/2026 7:00 PM"),
        (office.tobias, "11/25/2026 7:30 PM", "11/29/2026 12 AM"),
    )

    answer = supervisor_of(office).post("/staff/on-call/publish/", WEEK_DAYS | {"shifts": shifts})

    page = text_of(answer)
    assert answer.status_code == 422
    assert (
        "Nobody is on duty from Wednesday 11/25/2026 7:00 PM PST to Wednesday 11/25/2026 7:30 PM "
        "PST (30 min)." in page
    )
    assert f"{office.tobias.email},11/25/2026 7:30 PM" in page
    assert not DutySchedule.objects.exists()


def test_pasted_shifts_without_a_gap_are_published(
    django_assert_max_num_queries: Asserter,
) -> None:
    office = make_duty_office()
    desk = supervisor_of(office)
    shifts = shift_lines(
        office,
        (office.ines, "11/21/2026 7pm", "11/25/2026 19:00"),
        (office.tobias, "2026-11-25T19:00", "2026-11-29T00:00-08:00"),
    )

    with django_assert_max_num_queries(12 + SIGN_IN):
        answer = desk.post("/staff/on-call/publish/", WEEK_DAYS | {"shifts": shifts})

    assert answer.status_code == 302
    page = text_of(desk.get(answer["Location"]))
    assert "Published with 2 shifts" in page
    assert [one.person for one in on_duty(office.tenant.id, DutyRole.NURSE, AT_NIGHT)] == [
        "Ines Kobayashi"
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("nobody@office.example,11/22/2026 7am,11/23/2026 7am", "nobody who can be on duty"),
        ("{ines},11/22/2026,11/23/2026 7am", "Line 2"),
        ("{ines},13/22/2026 7am,11/23/2026 7am", "Line 2"),
        ("{ines},11/23/2026 7am,11/22/2026 7am", "ends before it starts"),
        ("{ines},11/01/2026 1:30 AM,11/02/2026 7am", "2026-11-01T01:30-08:00"),
        ("{ines},3/8/2026 2:30 AM,3/9/2026 7am", "clocks went forward"),
        ("{ines}", "Line 2"),
        ('"', "Line"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, sentence: str) -> None:
    office = make_duty_office()
    shifts = f"email,starts,ends\n{line.format(ines=office.ines.email)}"

    answer = supervisor_of(office).post("/staff/on-call/publish/", WEEK_DAYS | {"shifts": shifts})

    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_a_list_without_its_columns_is_told_so() -> None:
    answer = supervisor_of(make_duty_office()).post(
        "/staff/on-call/publish/", WEEK_DAYS | {"shifts": "Ines,Monday"}
    )

    assert "The first line must name the columns; email, starts, ends is missing." in text_of(
        answer
    )


def weekly(office: DutyOffice, last: str = "11/28/2026") -> dict[str, Any]:
    every_day = [str(day) for day in range(7)]
    return WEEK_DAYS | {
        "to_on": last,
        "who_1": str(office.ines.id),
        "days_1": every_day,
        "from_1": "7 AM",
        "to_1": "7 PM",
        "place_1": "1",
        "who_2": str(office.tobias.id),
        "days_2": every_day,
        "from_2": "7 PM",
        "to_2": "7 AM",
        "place_2": "1",
    }


@pytest.mark.requirement("S000-29")
def test_a_weekly_pattern_is_published_over_a_change_of_clocks() -> None:
    office = make_duty_office()

    answer = supervisor_of(office).post(
        "/staff/on-call/publish/weekly/", weekly(office, last="03/31/2027")
    )

    assert answer.status_code == 302
    assert Shift.objects.count() == 2 * 130 + 1


def test_a_weekly_pattern_that_forgets_sunday_night_is_refused() -> None:
    office = make_duty_office()
    typed = weekly(office) | {"days_2": [str(day) for day in range(6)]}

    answer = supervisor_of(office).post("/staff/on-call/publish/weekly/", typed)

    assert answer.status_code == 422
    assert "Sunday 11/22/2026 7:00 PM PST to Monday 11/23/2026 7:00 AM PST (12 h)" in text_of(
        answer
    )


def test_half_a_turn_is_asked_for_the_rest() -> None:
    office = make_duty_office()
    typed = WEEK_DAYS | {"who_1": str(office.ines.id)}

    page = text_of(supervisor_of(office).post("/staff/on-call/publish/weekly/", typed))

    assert page.count("This part of the turn is missing.") >= 3


def test_a_shift_is_swapped_at_the_desk() -> None:
    office = staffed_office()
    shift = Shift.objects.get(account=office.ines)
    desk = supervisor_of(office)
    address = f"/staff/on-call/shifts/{shift.id}/swap/"
    typed = {
        "to": str(office.priya.id),
        "from_on": "11/23/2026",
        "from_time": "1 AM",
        "to_on": "11/23/2026",
        "to_time": "3 AM",
    }

    assert "11/22/2026" in text_of(desk.get(address))
    answer = desk.post(address, typed)
    again = desk.post(address, typed)

    assert answer.status_code == 302
    assert [one.person for one in on_duty(office.tenant.id, DutyRole.NURSE, AT_NIGHT)] == [
        "Priya Raghunathan",
        "Tobias Achterberg",
    ]
    assert "Priya Raghunathan took over from Ines Kobayashi" in text_of(
        desk.get(answer["Location"])
    )
    assert again.status_code == 422
    assert "swapped already" in text_of(again)


def test_a_swap_that_ends_before_it_starts_changes_nothing() -> None:
    office = staffed_office()
    shift = Shift.objects.get(account=office.ines)
    typed = {
        "to": str(office.priya.id),
        "from_on": "11/23/2026",
        "from_time": "3 AM",
        "to_on": "11/23/2026",
        "to_time": "1 AM",
    }

    answer = supervisor_of(office).post(f"/staff/on-call/shifts/{shift.id}/swap/", typed)

    assert answer.status_code == 422
    assert "The end must lie after the start." in text_of(answer)
    assert Shift.objects.filter(given_up_at=None).count() == 3


def test_a_shift_of_the_hour_that_comes_twice_is_swapped_whole() -> None:
    office = make_duty_office()
    second = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)  # 1:30 AM again, after clocks went back
    week = Stretch(second, second + timedelta(days=60))
    office.publish(DutyRole.NURSE, duty(office.ines, week), period=week)
    shift = Shift.objects.get()
    typed = {
        "to": str(office.tobias.id),
        "from_on": "11/01/2026",
        "from_time": "01:30 AM",
        "to_on": "12/31/2026",
        "to_time": "01:30 AM",
    }

    answer = supervisor_of(office).post(f"/staff/on-call/shifts/{shift.id}/swap/", typed)

    assert answer.status_code == 302
    (new,) = Shift.objects.filter(given_up_at=None)
    assert (new.account_id, new.starts_at) == (office.tobias.id, second)


def test_leave_that_opens_a_gap_is_refused_in_words() -> None:
    office = staffed_office()
    typed = {
        "who": str(office.priya.id),
        "from_on": "11/24/2026",
        "from_time": "8 AM",
        "to_on": "11/24/2026",
        "to_time": "6 PM",
    }

    answer = supervisor_of(office).post("/staff/on-call/away/", typed)

    assert answer.status_code == 422
    assert "Physician on call: somebody else must first take over" in text_of(answer)


def take_a_call(desk: Client) -> CallTaken:
    answer = desk.post(
        "/staff/on-call/calls/",
        {
            "role": "nurse",
            "caller": "Dr. Okafor",
            "call_back": "213-555-0160",
            "about": "Rosa Delgadillo",
            "message": "Wants to talk about tonight's transfer.",
        },
    )
    assert answer.status_code == 302, text_of(answer)
    return CallTaken.objects.latest("taken_at")


@pytest.mark.requirement("S002-52", "S002-53")
def test_the_answering_service_takes_a_call_sees_its_fate_and_no_chart() -> None:
    office = staffed_office()
    service = at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant))

    home = service.get("/staff/")
    call = take_a_call(service)
    page = text_of(service.get(f"/staff/on-call/calls/{call.id}/"))

    assert home["Location"] == "/staff/on-call/calls/"
    assert "Nurse on call called, Ines Kobayashi" in page
    assert "transfer" not in page
    for closed in ("/staff/worklist/", "/staff/members/", "/staff/on-call/", "/staff/letters/"):
        assert service.get(closed).status_code == 403, closed


@pytest.mark.requirement("S002-48", "S002-53")
def test_who_was_called_comes_from_the_pager_reads_the_message_and_has_it(
    django_assert_max_num_queries: Asserter,
) -> None:
    office = staffed_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant)))
    page = Page.objects.get()
    nurse = at_the_desk(office.ines)

    there = nurse.get(f"/p/{page.calls.get().code.lower()}/")
    with django_assert_max_num_queries(8 + SIGN_IN):
        shown = text_of(nurse.get(there["Location"]))
    answer = nurse.post(f"/staff/on-call/pages/{page.id}/take/", follow=True)

    assert "Wants to talk about tonight&#x27;s transfer." in shown
    assert "(213) 555-0160" in shown
    assert "You have it. Nobody else is called." in text_of(answer)
    page.refresh_from_db()
    assert page.acknowledged_by_name == "Ines Kobayashi"


def test_a_nurse_who_was_not_called_reads_no_message_and_cannot_take_it() -> None:
    office = staffed_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant)))
    page = Page.objects.get()
    colleague = at_the_desk(office.tobias)

    shown = text_of(colleague.get(f"/staff/on-call/pages/{page.id}/"))
    answer = colleague.post(f"/staff/on-call/pages/{page.id}/take/")

    assert "transfer" not in shown
    assert "I have it" not in shown
    assert answer.status_code == 403


def test_an_answer_by_telephone_is_written_down() -> None:
    office = staffed_office()
    service = at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant))
    take_a_call(service)
    code = Page.objects.get().calls.get().code

    wrong = service.post("/staff/on-call/code/", {"code": "22222222"})
    right = service.post("/staff/on-call/code/", {"code": code}, follow=True)
    again = service.post("/staff/on-call/code/", {"code": code})

    assert (wrong.status_code, again.status_code) == (422, 422)
    assert "No page has this code" in text_of(wrong)
    assert "Ines Kobayashi has page" in text_of(right)
    assert "Ines Kobayashi has this page already." in text_of(again)


@pytest.mark.requirement("IMP-02")
def test_a_page_that_nobody_answers_is_on_the_supervisor_s_list() -> None:
    office = make_duty_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant)))
    page = Page.objects.get()
    desk = supervisor_of(office)

    listed = text_of(desk.get("/staff/worklist/on_call/"))
    desk.post(f"/staff/on-call/pages/{page.id}/take/")
    afterwards = text_of(desk.get("/staff/worklist/on_call/"))

    assert page.number in listed
    assert "Nobody is on duty" in listed
    assert f"/staff/on-call/pages/{page.id}/" in listed
    assert "At once" in listed
    assert page.number not in afterwards


def test_my_pages_show_mine_and_keep_my_pager() -> None:
    office = staffed_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant)))
    nurse, colleague = at_the_desk(office.ines), at_the_desk(office.tobias)

    mine = text_of(nurse.get("/staff/on-call/my-pages/"))
    theirs = text_of(colleague.get("/staff/on-call/my-pages/"))
    wrong = nurse.post("/staff/on-call/my-pages/", {"number": "12"})
    kept = nurse.post("/staff/on-call/my-pages/", {"number": "213-555-0142"})

    assert "I have it" in mine
    assert "No page has called you yet." in theirs
    assert (wrong.status_code, kept.status_code) == (422, 302)
    assert PagerNumber.objects.get().number == "+12135550142"


def test_the_list_of_pages_says_how_long_each_took(
    django_assert_max_num_queries: Asserter,
) -> None:
    office = staffed_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant)))
    page = Page.objects.get()
    at_the_desk(office.ines).post(f"/staff/on-call/pages/{page.id}/take/")
    desk = supervisor_of(office)
    desk.get("/staff/on-call/pages/")

    with django_assert_max_num_queries(4 + SIGN_IN):
        listed = text_of(desk.get("/staff/on-call/pages/"))

    assert "Ines Kobayashi, after 0 min" in listed


def test_nobody_reads_a_page_or_an_address_of_another_office() -> None:
    office, other = staffed_office(), staffed_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, other.tenant)))
    page = Page.objects.get()
    nurse = at_the_desk(office.ines)

    assert nurse.get(f"/p/{page.calls.get().code}/").status_code == 404
    assert nurse.get(f"/staff/on-call/pages/{page.id}/").status_code == 404
    assert nurse.post(f"/staff/on-call/pages/{page.id}/take/").status_code == 404


def test_a_page_without_a_name_in_its_title() -> None:
    office = staffed_office()
    take_a_call(at_the_desk(make_account(Role.ANSWERING_SERVICE, office.tenant)))

    page = text_of(at_the_desk(office.ines).get(f"/staff/on-call/pages/{Page.objects.get().id}/"))

    assert "Rosa" not in page.partition("<title>")[2].partition("</title>")[0]
