"""A page is answered, goes on to the next in line, or ends on the supervisor's list."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from factories.access import make_account
from factories.on_call import (
    AT_NIGHT,
    PLANNED_AT,
    ACase,
    DutyOffice,
    make_duty_office,
    staffed_office,
)
from factories.roster import make_actor
from openmso.adapters.pager.email import PageMail
from openmso.adapters.pager.simulator import PagerSimulator
from openmso.office.access.actor import NotAllowed
from openmso.office.access.roles import Role
from openmso.office.on_call import events, jobs
from openmso.office.on_call.actions.acknowledge import (
    AlreadyAcknowledged,
    UnknownCode,
    acknowledge,
    acknowledge_by_code,
)
from openmso.office.on_call.actions.escalate import NothingDue, escalate
from openmso.office.on_call.actions.set_pager import set_pager
from openmso.office.on_call.actions.take_call import Call, take_call
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.interfaces import MessengerFailed, wiring
from openmso.office.on_call.models import Page, PageSending
from openmso.office.on_call.paging import end_pages, page_on_call
from openmso.office.on_call.worklist import ON_CALL
from openmso.office.timeline.queries import history
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db
A_MINUTE_LATER = AT_NIGHT + timedelta(minutes=1)
TEN_MINUTES = timedelta(minutes=10)  # the product's own terms for a nurse and a physician
PERSONAL = "Rosa Delgadillo, chest pain, diagnosis I20.9"


def ask(office: DutyOffice, case: ACase | None = None, at: datetime = AT_NIGHT) -> Page:
    case = case or office.case()
    by = make_actor(office.tenant)
    page_on_call(case, DutyRole.NURSE, reason=PERSONAL, by=by, at=at, number="PS-261123-7KQ4MX")
    return Page.objects.filter(about_id=case.id).latest("asked_at")


def called(page: Page) -> list[str]:
    return [call.name.split()[0] for call in page.calls.order_by("step")]


def names_of(tenant_id: UUID, case_id: UUID) -> list[str]:
    return [line.name for line in history(tenant_id, case_id)]


@contextmanager
def a_gateway(folder: Path, at: datetime = AT_NIGHT) -> Iterator[PagerSimulator]:
    pager = PagerSimulator(folder / "pager")
    with (
        patch.object(wiring, "messengers", {"pager": pager, "email": PageMail(folder / "email")}),
        patch.object(wiring, "public_address", "https://office.example"),
        patch("openmso.office.on_call.jobs.clock.now", return_value=at),
    ):
        yield pager


@pytest.mark.requirement("IMP-02", "S002-53")
def test_the_first_in_line_is_called_at_once_and_both_timelines_say_so() -> None:
    office = staffed_office()
    case = office.case()

    page = ask(office, case)

    assert called(page) == ["Ines"]
    assert page.call_next_at == AT_NIGHT + TEN_MINUTES
    assert names_of(office.tenant.id, case.id) == [events.PAGED]
    assert names_of(office.tenant.id, page.id) == [events.PAGE_ASKED, events.PAGE_CALLED]


@pytest.mark.requirement("IMP-02", "S002-48")
def test_who_was_called_acknowledges_and_the_time_is_kept() -> None:
    office = staffed_office()
    page = ask(office)
    at = AT_NIGHT + timedelta(minutes=3)

    answered = acknowledge(page.id, by=office.ines.as_actor(), at=at)

    assert (answered.state, answered.acknowledged_at) == ("acknowledged", at)
    line = history(office.tenant.id, page.about_id)[-1]
    assert (line.name, line.details["who"]) == (events.ACKNOWLEDGED, "Ines Kobayashi")
    with pytest.raises(NothingDue):
        escalate(page.id, by=office.planner, at=AT_NIGHT + TEN_MINUTES)


@pytest.mark.requirement("IMP-02", "S002-53")
def test_without_an_answer_each_in_line_is_called_in_turn_and_then_it_is_the_supervisor_s() -> None:
    office = staffed_office()
    page = ask(office)
    by = make_actor(office.tenant)

    for step in (1, 2, 3):
        escalate(page.id, by=by, at=AT_NIGHT + step * TEN_MINUTES)

    page.refresh_from_db()
    assert called(page) == ["Ines", "Tobias", "Priya"]
    assert (page.state, page.unanswered_at) == ("unanswered", AT_NIGHT + 3 * TEN_MINUTES)
    item = WorklistItem.objects.get(case_id=page.id)
    assert (item.queue, item.note, item.closed_at) == (ON_CALL, "Nobody answered", None)
    assert names_of(office.tenant.id, page.about_id) == [
        *[events.PAGED] * 3,
        events.UNANSWERED,
    ]


def test_nobody_is_called_before_the_time_is_over() -> None:
    office = staffed_office()
    page = ask(office)
    almost = AT_NIGHT + TEN_MINUTES - timedelta(seconds=1)

    with pytest.raises(NothingDue):
        escalate(page.id, by=office.planner, at=almost)

    assert called(page) == ["Ines"]


@pytest.mark.requirement("IMP-02")
def test_without_any_schedule_the_page_is_recorded_and_shown_at_once() -> None:
    office = make_duty_office()
    case = office.case()

    page = ask(office, case)

    assert (page.state, called(page)) == ("unanswered", [])
    assert WorklistItem.objects.get(case_id=page.id).note == "Nobody is on duty"
    line = history(office.tenant.id, case.id)[-1]
    assert (line.name, line.details["why"]) == (events.UNANSWERED, "Nobody is on duty")


def test_a_late_answer_takes_the_page_off_the_list() -> None:
    office = staffed_office()
    page = ask(office)
    for step in (1, 2, 3):
        escalate(page.id, by=office.planner, at=AT_NIGHT + step * TEN_MINUTES)

    acknowledge(page.id, by=office.tobias.as_actor(), at=AT_NIGHT + 5 * TEN_MINUTES)

    assert WorklistItem.objects.get(case_id=page.id).outcome == "acknowledged"
    line = history(office.tenant.id, page.about_id)[-1]
    assert line.details["late"] is True


def test_only_those_who_were_called_and_the_supervisor_acknowledge() -> None:
    office = staffed_office()
    page = ask(office)

    with pytest.raises(NotAllowed, match="went to other people"):
        acknowledge(page.id, by=office.tobias.as_actor(), at=AT_NIGHT)
    acknowledge(page.id, by=office.planner, at=AT_NIGHT)
    with pytest.raises(AlreadyAcknowledged, match="Sam Supervisor has this page already"):
        acknowledge(page.id, by=office.ines.as_actor(), at=AT_NIGHT)


@pytest.mark.requirement("S002-53")
def test_the_phone_desk_takes_an_answer_by_code() -> None:
    office = staffed_office()
    page = ask(office)
    desk = make_account(Role.ANSWERING_SERVICE, office.tenant).as_actor()
    code = page.calls.get().code

    answered = acknowledge_by_code(f"{code[:4].lower()}-{code[4:]}", by=desk, at=A_MINUTE_LATER)

    assert answered.acknowledged_by_name == "Ines Kobayashi"
    line = history(office.tenant.id, page.id)[-1]
    assert (line.actor_name, line.details["through"]) == ("Ansel Answers", "phone_desk")
    with pytest.raises(UnknownCode):
        acknowledge_by_code("2222-2222", by=desk, at=AT_NIGHT)
    with pytest.raises(NotAllowed):
        acknowledge_by_code(code, by=office.ines.as_actor(), at=AT_NIGHT)


def test_asking_twice_is_one_page() -> None:
    office = staffed_office()
    case = office.case()

    first = ask(office, case)
    again = ask(office, case, at=AT_NIGHT + timedelta(minutes=1))
    acknowledge(first.id, by=office.ines.as_actor(), at=AT_NIGHT + timedelta(minutes=2))
    same_moment = ask(office, case)
    later = ask(office, case, at=AT_NIGHT + timedelta(minutes=30))

    assert first.id == again.id == same_moment.id != later.id


def test_a_shift_that_changes_while_a_page_waits_brings_its_own_people() -> None:
    office = staffed_office()
    page = ask(office)
    office.ines.is_active = office.tobias.is_active = False
    office.ines.save()
    office.tobias.save()

    escalate(page.id, by=office.planner, at=AT_NIGHT + TEN_MINUTES)

    assert called(page) == ["Ines", "Priya"]


@pytest.mark.requirement("S002-53")
def test_a_text_leaves_by_both_ways_says_nothing_of_a_person_and_every_step_has_its_time(
    tmp_path: Path,
) -> None:
    office = staffed_office()
    set_pager("213-555-0142", by=office.ines.as_actor(), at=PLANNED_AT)
    with a_gateway(tmp_path) as pager:
        page = ask(office)
        call = page.calls.get()
        for sending in call.sendings.all():
            jobs.send(tenant_id=str(office.tenant.id), sending_id=str(sending.id))
        jobs.ask_after_delivery()

        (ticket,) = pager.exchange.tickets()
        text = (pager.exchange.folder / str(ticket["file"])).read_text()
    assert text == f"Nurse on call: PS-261123-7KQ4MX. https://office.example/p/{call.code}/"
    assert ticket["pager"] == "213-555-0142"
    assert [(one.subject, one.body, one.to) for one in mail.outbox] == [
        ("Page", text, [office.ines.email])
    ]
    by_pager = call.sendings.get(way="pager")
    assert (by_pager.sent_at, by_pager.delivered_at) == (AT_NIGHT, AT_NIGHT)
    assert call.sendings.get(way="email").delivered_at is None
    told = names_of(office.tenant.id, page.id)
    assert told.count(events.PAGE_SENT) == 2
    assert told.count(events.PAGE_DELIVERED) == 1


def test_a_gateway_that_refuses_is_told_and_tried_again_while_the_time_runs_on(
    tmp_path: Path,
) -> None:
    office = staffed_office()
    set_pager("213-555-0142", by=office.ines.as_actor(), at=PLANNED_AT)
    with a_gateway(tmp_path) as pager:
        page = ask(office)
        sending = PageSending.objects.get(call__page=page, way="pager")
        pager.mood.refuse("No signal.")
        with pytest.raises(MessengerFailed, match="No signal"):
            jobs.send(tenant_id=str(office.tenant.id), sending_id=str(sending.id))
        sending.refresh_from_db()
        assert (sending.state, sending.problem) == ("failed", "No signal.")
        pager.mood.take()
        jobs.send(tenant_id=str(office.tenant.id), sending_id=str(sending.id))

    sending.refresh_from_db()
    page.refresh_from_db()
    assert (sending.state, sending.problem) == ("sent", "")
    assert page.call_next_at == AT_NIGHT + TEN_MINUTES


@pytest.mark.requirement("S002-52", "S002-53")
def test_a_call_taken_by_the_answering_service_pages_at_once() -> None:
    office = staffed_office()
    desk = make_account(Role.ANSWERING_SERVICE, office.tenant).as_actor()
    call = Call(
        role=DutyRole.NURSE,
        caller="Dr. Okafor",
        call_back="213-555-0160",
        about="Rosa Delgadillo, born 08/17/1979",
        message="Wants to talk about tonight's transfer.",
    )

    taken = take_call(call, by=desk, at=AT_NIGHT)

    page = Page.objects.get(about_id=taken.id)
    assert called(page) == ["Ines"]
    assert page.number == taken.number
    sent = page.calls.get().sendings.get()
    assert not any(word in sent.text for word in ("Rosa", "Okafor", "transfer", "0160"))
    assert names_of(office.tenant.id, taken.id) == [events.CALL_TAKEN, events.PAGED]
    with pytest.raises(NotAllowed):
        take_call(call, by=office.ines.as_actor(), at=AT_NIGHT)


def test_a_case_that_was_answered_wakes_nobody_else() -> None:
    office = staffed_office()
    case, unplanned = office.case(), make_duty_office()
    page = ask(office, case)
    other = ask(unplanned)

    ended = end_pages(case, by=office.priya.as_actor(), at=A_MINUTE_LATER)
    again = end_pages(case, by=office.priya.as_actor(), at=A_MINUTE_LATER)

    page.refresh_from_db()
    other.refresh_from_db()
    assert (ended, again) == (1, 0)
    assert (page.state, page.acknowledged_by_name) == ("acknowledged", "Priya Raghunathan")
    assert other.state == "unanswered"
    assert history(office.tenant.id, page.id)[-1].details["through"] == "case"


def waiting_jobs(name: str) -> list[dict[str, str]]:
    rows = ProcrastinateJob.objects.filter(task_name=name).values_list("args", flat=True)
    return list(rows)


@pytest.mark.requirement("IMP-02")
def test_the_sweep_orders_one_job_for_each_page_whose_time_is_over(tmp_path: Path) -> None:
    late, other = staffed_office(), staffed_office()
    page = ask(late)
    ask(other, at=AT_NIGHT + timedelta(minutes=5))

    with a_gateway(tmp_path, at=AT_NIGHT + TEN_MINUTES):
        jobs.look_for_unanswered()

    (order,) = waiting_jobs("on_call.call_the_next")
    assert order == {"tenant_id": str(late.tenant.id), "page_id": str(page.id)}
    with a_gateway(tmp_path, at=AT_NIGHT + TEN_MINUTES):
        jobs.call_the_next(**order)
        jobs.call_the_next(**order)
    assert called(page) == ["Ines", "Tobias"]


def test_a_case_kind_that_listens_is_told_what_came_of_its_page() -> None:
    office = staffed_office()
    heard: list[str] = []

    def listen(event: str) -> tuple[()]:
        heard.append(event)
        return ()

    with patch("openmso.office.timeline.action.subscribers_of", side_effect=listen):
        page = ask(office)
        acknowledge(page.id, by=office.ines.as_actor(), at=A_MINUTE_LATER)
        ask(make_duty_office())

    assert [name for name in heard if name.startswith("on_call.")] == [
        "on_call.paged",
        "on_call.acknowledged",
        "on_call.unanswered",
    ]
