"""The demo office is whole: every state, every letter, every line of business, and true clocks."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.prior_auth.clock_keeping import compute_clocks
from openmso.casework.prior_auth.domain.letters_owed import LetterKind
from openmso.casework.prior_auth.domain.states import DECIDED, OPEN, State
from openmso.casework.prior_auth.models import AuthorizationRequest, CaseMessage, Decision
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.office.outbound.models import Dispatch
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem
from openmso.project.demo.build import build_office
from openmso.project.wiring import plug_in

NOW = datetime(2026, 11, 24, 19, 20, tzinfo=UTC)
LARKSPUR, PHOENIX = "larkspur", "phoenix"


@pytest.fixture(scope="module", autouse=True)
def _demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """One small demo for all tests here, in a database of its own."""
    from database import database_of_commits

    files: Path = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        override_settings(DATA_DIR=files),
        database_of_commits("demo"),
    ):
        plug_in()
        # One pair of hands: the printer keeps threads of its own, which do not survive a fork once
        # another test has printed in this process.
        build_office(60, NOW, lambda *_: None, hands=1)
        yield
    plug_in()


def requests() -> list[AuthorizationRequest]:
    return list(AuthorizationRequest.objects.select_related("tenant", "coverage"))


def waiting(queue: str, office: str = LARKSPUR) -> list[WorklistItem]:
    return list(WorklistItem.objects.filter(tenant__key=office, queue=queue, closed_at=None))


def test_every_state_of_a_request_is_there() -> None:
    assert {request.state for request in requests()} == {state.value for state in State}


def test_every_letter_is_there_for_member_and_practice() -> None:
    kinds = set(OrderedLetter.objects.values_list("kind", flat=True))

    assert kinds >= {kind.value for kind in LetterKind}


def test_no_letter_failed_to_print() -> None:
    failed = OrderedLetter.objects.filter(state=OrderedLetter.State.FAILED)

    assert list(failed.values_list("kind", "problem")) == []


def test_every_line_of_business_has_yes_and_no() -> None:
    answers = Counter(
        Decision.objects.values_list("request__line_of_business", "outcome").distinct()
    )

    assert set(answers) >= {
        (line, outcome)
        for line in ("MA", "MEDI-CAL", "KK", "AZ-COMM")
        for outcome in ("approved", "denied", "partly_approved")
    }


def test_the_lists_have_the_length_of_a_working_day() -> None:
    assert 25 <= len(waiting("nurse")) <= 40
    assert len(waiting("physician")) >= 6
    assert len(waiting("intake")) >= 8


def test_the_nurses_list_is_spread_over_the_week() -> None:
    due = [item.due_at - NOW for item in waiting("nurse")]

    assert any(left < timedelta(0) for left in due)
    assert sum(timedelta(0) <= left < timedelta(hours=13) for left in due) >= 3
    assert any(left > timedelta(days=3) for left in due)


def test_time_that_ran_out_means_what_the_law_of_each_line_says() -> None:
    silent = {
        (request.line_of_business, request.silence_means)
        for request in requests()
        if request.silence_means
    }

    assert silent == {
        ("MA", "adverse_determination_appealable"),
        ("MEDI-CAL", "counts_as_denial"),
        ("KK", "delay_notice_owed"),
        ("AZ-COMM", "deemed_granted"),
    }


def test_there_is_a_likely_duplicate_an_extension_a_reopened_case_and_a_conversation() -> None:
    found = requests()

    assert any(request.likely_duplicate_id and request.state in OPEN for request in found)
    assert any(request.extended_at and request.state in OPEN for request in found)
    assert CaseEvent.objects.filter(name="prior_auth.reopened").exists()
    assert CaseMessage.objects.filter(from_practice=True).exists()
    assert CaseMessage.objects.filter(from_practice=False).exists()


def test_stored_due_times_equal_those_computed_anew() -> None:
    wrong = []
    for request in requests():
        if request.state not in OPEN | DECIDED:
            continue
        computed = {
            (clock.purpose, clock.rule.id): (clock.due_at, clock.started_at, clock.governs)
            for clock in compute_clocks(request)
        }
        rows = Deadline.objects.filter(case_id=request.id, closed_at=None)
        stored = {
            (row.purpose, row.rule_id): (row.due_at, row.started_at, row.governs) for row in rows
        }
        # A reopened case keeps the duties of its earlier decision, which were done.
        of_before = {(row.purpose, row.rule_id) for row in rows if row.met_at} - set(computed)
        if computed != {name: due for name, due in stored.items() if name not in of_before}:
            wrong.append((request.number, request.state))

    assert wrong == []


def test_nothing_happens_after_the_present_or_before_it_was_received() -> None:
    assert not CaseEvent.objects.filter(recorded_at__gt=NOW, case_kind="prior_auth").exists()
    early = [
        request.number
        for request in requests()
        if CaseEvent.objects.filter(
            case_id=request.id, recorded_at__lt=request.received_at
        ).exists()
    ]
    assert early == []


def test_everything_that_left_has_its_proof_and_lies_with_a_vendor() -> None:
    assert not Dispatch.objects.exclude(state=Dispatch.State.SENT).exists()
    assert set(Dispatch.objects.values_list("way", flat=True)) == {"mail", "fax", "portal"}


def test_the_papers_are_real_pdf_files() -> None:
    papers = Document.objects.exclude(source=Document.Source.OFFICE)

    assert papers.exists()
    assert set(papers.values_list("media_type", flat=True)) == {"application/pdf"}


def test_a_criterion_was_reworded_in_the_year_and_its_former_edition_is_kept() -> None:
    editions = CriteriaEdition.objects.filter(key="joint_mri", tenant__key=LARKSPUR)

    former, present = editions.order_by("from_on")

    assert former.until_on == present.from_on
    assert present.until_on is None


def test_nothing_crosses_between_the_two_offices() -> None:
    offices = {tenant.key: tenant.id for tenant in Tenant.objects.all()}

    assert set(offices) == {LARKSPUR, PHOENIX}
    for request in requests():
        assert request.member.tenant_id == request.tenant_id
        assert request.practice.tenant_id == request.tenant_id
    assert waiting("nurse", PHOENIX)
    assert Actor.system("x", offices[PHOENIX]).tenant_id != offices[LARKSPUR]
