"""A page that nobody answers goes on to the next in line: once for each step, whenever the worker
dies, whoever else looks at the same time."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest

from factories.on_call import AT_NIGHT, PLANNED_AT, DutyOffice, staffed_office
from factories.roster import make_actor
from faults.at_once import pairs_at_once
from faults.failing_calls import calls_of, die_at
from openmso.adapters.pager.email import PageMail
from openmso.adapters.pager.simulator import PagerSimulator
from openmso.office.on_call import events, jobs
from openmso.office.on_call.actions.escalate import NothingDue, escalate
from openmso.office.on_call.actions.page import page
from openmso.office.on_call.actions.set_pager import set_pager
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.due import pages_due
from openmso.office.on_call.interfaces import wiring
from openmso.office.on_call.models import Page, PageSending
from openmso.office.timeline.models import CaseEvent
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.usefixtures("committed_rows")

TEN_MINUTES = timedelta(minutes=10)


@pytest.fixture
def office(committed_rows: None, tmp_path: Path) -> Iterator[DutyOffice]:
    messengers = {
        "pager": PagerSimulator(tmp_path / "pager"),
        "email": PageMail(tmp_path / "email"),
    }
    with (
        patch.object(wiring, "messengers", messengers),
        patch.object(os, "fsync"),  # a kill is no power cut; this only spares the disk
    ):
        yield staffed_office()


def a_page(office: DutyOffice) -> Page:
    by = make_actor(office.tenant)
    return page(office.case(), DutyRole.NURSE, reason="Asked at night", by=by, at=AT_NIGHT)


def work(office: DutyOffice, step: int) -> None:
    """Do what the schedule and the queue would do ten minutes after each step."""
    at = AT_NIGHT + step * TEN_MINUTES
    with patch("openmso.office.on_call.jobs.clock.now", return_value=at):
        for page_id in pages_due(office.tenant.id, at=at, limit=10):
            jobs.call_the_next(tenant_id=str(office.tenant.id), page_id=str(page_id))


def assert_each_step_happened_once(asked: Page, steps: int) -> None:
    told = Counter(CaseEvent.objects.filter(case_id=asked.about_id).values_list("name", flat=True))
    called = list(asked.calls.order_by("step").values_list("step", "name"))
    names = ["Ines Kobayashi", "Tobias Achterberg", "Priya Raghunathan"][:steps]
    assert called == list(enumerate(names, start=1))
    assert told[events.PAGED] == len(names)
    assert PageSending.objects.filter(call__page=asked).count() == len(names)
    assert told[events.UNANSWERED] == (1 if steps > 3 else 0)
    assert WorklistItem.objects.filter(case_id=asked.id).count() == (1 if steps > 3 else 0)


@pytest.mark.requirement("IMP-02")
def test_a_switchboard_killed_at_any_call_goes_on_after_its_restart_and_calls_each_once(
    office: DutyOffice,
) -> None:
    living = a_page(office)
    lengths = [calls_of(partial(work, office, step)) for step in (1, 2, 3)]
    assert_each_step_happened_once(living, steps=4)
    assert min(lengths) > 8

    for call in range(1, max(lengths) + 1):
        asked = a_page(office)
        for step in (1, 2, 3):
            died = die_at(call, partial(work, office, step))
            assert died == (call <= lengths[step - 1])
            work(office, step)
            work(office, step)
            assert_each_step_happened_once(asked, steps=step + 1)


def test_two_workers_that_look_at_once_call_the_next_one_once(office: DutyOffice) -> None:
    pages = [a_page(office) for _ in range(8)]
    by = make_actor(office.tenant)

    def look(turn: int) -> None:
        with suppress(NothingDue):
            escalate(pages[turn].id, by=by, at=AT_NIGHT + TEN_MINUTES)

    outcomes = pairs_at_once(len(pages), look, look)

    assert all(one.raised is None for pair in outcomes for one in pair)
    for asked in pages:
        assert_each_step_happened_once(asked, steps=2)


def test_two_who_ask_at_once_start_one_page(office: DutyOffice) -> None:
    cases, by = [office.case() for _ in range(8)], make_actor(office.tenant)

    def ask(turn: int) -> None:
        page(cases[turn], DutyRole.NURSE, reason="Asked at night", by=by, at=AT_NIGHT)

    outcomes = pairs_at_once(len(cases), ask, ask)

    assert all(one.raised is None for pair in outcomes for one in pair)
    for case in cases:
        assert_each_step_happened_once(Page.objects.get(about_id=case.id), steps=1)


def test_a_text_whose_sender_dies_at_any_call_reaches_the_pager_once(office: DutyOffice) -> None:
    set_pager("213-555-0142", by=office.ines.as_actor(), at=PLANNED_AT)
    pager = wiring.messengers["pager"]
    assert isinstance(pager, PagerSimulator)

    def send(asked: Page) -> None:
        sending = PageSending.objects.get(call__page=asked, way="pager")
        with patch("openmso.office.on_call.jobs.clock.now", return_value=AT_NIGHT):
            jobs.send(tenant_id=str(office.tenant.id), sending_id=str(sending.id))
            jobs.ask_after_delivery()

    steps = calls_of(partial(send, a_page(office)))
    for call in range(1, steps + 1):
        asked = a_page(office)
        assert die_at(call, partial(send, asked))
        send(asked)

        told = Counter(CaseEvent.objects.filter(case_id=asked.id).values_list("name", flat=True))
        sending = PageSending.objects.get(call__page=asked, way="pager")
        assert (sending.state, sending.delivered_at) == ("sent", AT_NIGHT), f"call {call}"
        assert (told[events.PAGE_SENT], told[events.PAGE_DELIVERED]) == (1, 1), f"call {call}"
    assert len(pager.exchange.tickets()) == steps + 1
