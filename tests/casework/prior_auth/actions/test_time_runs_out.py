"""Nobody answered in time: what the law makes of it is carried out, and it never denies."""

from datetime import UTC, datetime, timedelta

import pytest

from factories.decisions import answer_points, nurse_of
from factories.prior_auth import RECEIVED_AT, make_request, make_world
from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.run_out_of_time import run_out_of_time
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.jobs import due_now
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.office.access.actor import Actor
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

MUCH_LATER = RECEIVED_AT + timedelta(days=30)


def letters(request: AuthorizationRequest) -> list[str]:
    return sorted(
        set(OrderedLetter.objects.filter(case_id=request.id).values_list("kind", flat=True))
    )


@pytest.mark.parametrize(
    ("line_of_business", "means", "letter"),
    [
        ("MA", "adverse_determination_appealable", "silence_notice"),
        ("MEDI-CAL", "counts_as_denial", "silence_notice"),
        ("KK", "delay_notice_owed", "delay_notice"),
    ],
)
def test_silence_opens_what_the_law_says_and_the_case_stays_open(
    line_of_business: str, means: str, letter: str
) -> None:
    request = make_request(make_world(line_of_business))

    done = due_now(MUCH_LATER, request.tenant_id)

    request.refresh_from_db()
    assert done == 1
    assert request.silence_means == means
    assert request.state == State.IN_REVIEW
    assert letters(request) == [letter]
    assert not Decision.objects.exists()
    assert "Time ran out" in WorklistItem.objects.get(case_id=request.id).note


@pytest.mark.parametrize(
    ("line_of_business", "given"), [("AZ-COMM", {}), ("KK", {"is_drug": True})]
)
def test_where_the_law_grants_the_request_is_approved(
    line_of_business: str, given: dict[str, object]
) -> None:
    request = make_request(make_world(line_of_business), **given)

    due_now(MUCH_LATER, request.tenant_id)

    request.refresh_from_db()
    assert request.state == State.APPROVED
    decision = Decision.objects.get()
    assert decision.outcome == Decision.Outcome.GRANTED_BY_LAW
    assert decision.signed_by is None
    assert letters(request) == ["approval"]


def test_a_law_that_grants_waits_for_complete_information() -> None:
    request = make_request(make_world("AZ-COMM"), files=(), clinical_summary="")

    due_now(MUCH_LATER, request.tenant_id)

    request.refresh_from_db()
    assert request.state == State.RECEIVED
    assert request.silence_means == "no_meaning_in_law"


def test_the_consequence_is_dated_to_the_due_time_and_recorded_now() -> None:
    request = make_request(make_world())

    due_now(MUCH_LATER, request.tenant_id)

    line = CaseEvent.objects.get(case_id=request.id, name="prior_auth.time_ran_out")
    due_at = Deadline.objects.get(case_id=request.id, purpose="decide").due_at
    assert (line.happened_at, line.recorded_at) == (due_at, MUCH_LATER)
    assert line.details["citation"].startswith("42 CFR")


def test_nothing_happens_one_second_before_and_everything_one_second_after() -> None:
    request = make_request(make_world())
    due_at = Deadline.objects.get(case_id=request.id, purpose="decide").due_at

    assert due_now(due_at, request.tenant_id) == 0
    assert due_now(due_at + timedelta(seconds=1), request.tenant_id) == 1


def test_running_out_twice_changes_nothing_the_second_time() -> None:
    request = make_request(make_world())
    by = Actor.system("Clock", request.tenant_id)

    run_out_of_time(request.id, by=by, at=MUCH_LATER)
    before = OrderedLetter.objects.count()
    run_out_of_time(request.id, by=by, at=MUCH_LATER + timedelta(hours=1))

    assert OrderedLetter.objects.count() == before
    assert CaseEvent.objects.filter(name="prior_auth.time_ran_out").count() == 1


def test_a_late_yes_is_still_possible() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    due_now(MUCH_LATER, request.tenant_id)
    answer_points(request, nurse, p1="met", p2="met")

    approve(request.id, by=nurse, at=MUCH_LATER + timedelta(hours=2))

    request.refresh_from_db()
    assert request.state == State.APPROVED


def test_a_decided_case_is_left_alone() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="met")
    approve(request.id, by=nurse, at=RECEIVED_AT + timedelta(hours=1))

    assert due_now(MUCH_LATER, request.tenant_id) == 0


def test_information_that_arrives_gives_knox_keene_a_fresh_period() -> None:
    world = make_world("KK")
    request = make_request(world, files=(), clinical_summary="")
    arrives_at = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)

    add_information(
        request.id,
        files=(),
        words="Six weeks of therapy, weak leg.",
        received_at=arrives_at,
        source="portal",
        by=world.intake,
        at=arrives_at,
    )

    request.refresh_from_db()
    assert request.state == State.RECEIVED or request.state == State.IN_REVIEW
    row = Deadline.objects.get(case_id=request.id, rule_id="KK-UR-STD-5BD")
    assert row.started_at in {arrives_at, RECEIVED_AT}
