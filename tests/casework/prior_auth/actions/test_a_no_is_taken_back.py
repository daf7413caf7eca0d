"""A ruling takes a no back: one act opens the request, authorizes and orders the letters."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from factories.access import make_account
from factories.decided import make_denied
from factories.decisions import (
    DECIDED_AT,
    a_denial,
    answer_points,
    nurse_of,
    physician_of,
    with_physician,
)
from factories.prior_auth import World, make_request, make_world
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.actions.carry_out_overturn import carry_out_overturn
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.note_care_given import note_care_given
from openmso.casework.prior_auth.clock_keeping import compute_clocks
from openmso.casework.prior_auth.domain.ruling import NotAYes, RuledBy, Ruling, RulingNotShown
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CarriedOutRuling,
    Decision,
    RequestedService,
)
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.queries import papers_received
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-36", "IMP-14")]

NOTICED_AT = DECIDED_AT + timedelta(days=40)
RULED_AT = NOTICED_AT + timedelta(hours=3)


def coordinator_of(world: World) -> Actor:
    return make_account(Role.SUPERVISOR, world.tenant).as_actor()


def a_ruling(case: AuthorizationRequest, ruled_by: RuledBy = RuledBy.IMR) -> Ruling:
    """A ruling with everything that shows it; any paper of the office serves as its notice."""
    return Ruling(
        ruled_by=ruled_by,
        ruled_on=date(2026, 12, 29),
        notice_received_at=NOTICED_AT,
        reference="MN26-12345",
        evidence_document_id=papers_received(case.tenant_id, case.id)[0].id,
    )


def a_part_denied(world: World) -> AuthorizationRequest:
    """Twelve visits were asked for and four were approved."""
    physician = physician_of(world)
    case = with_physician(world, physician, quantity=12, unit="visit")
    approve_in_part(
        case.id,
        approved={1: Decimal(4)},
        denial=a_denial(world),
        by=physician,
        at=DECIDED_AT,
        version=case.version,
    )
    case.refresh_from_db()
    return case


def approved_of(case: AuthorizationRequest) -> Decimal | None:
    return RequestedService.objects.get(request=case).approved_quantity


@pytest.mark.parametrize(
    ("line_of_business", "ruled_by", "rules"),
    [
        ("MEDI-CAL", RuledBy.IMR, {"MC-APPEAL-EFFECT-72H", "IMR-IMPL-5WD"}),
        ("MEDI-CAL", RuledBy.STATE_HEARING, {"MC-APPEAL-EFFECT-72H"}),
        ("KK", RuledBy.IMR, {"IMR-IMPL-5WD"}),
        ("MA", RuledBy.INDEPENDENT_ENTITY, {"MA-EFF-IRE-AUTH", "MA-EFF-IRE-PROVIDE"}),
    ],
)
def test_the_ruling_becomes_an_authorization_with_its_clock_and_letters(
    line_of_business: str, ruled_by: RuledBy, rules: set[str]
) -> None:
    world = make_world(line_of_business)
    case = make_denied(world)

    carry_out_overturn(
        case.id, ruling=a_ruling(case, ruled_by), by=coordinator_of(world), at=RULED_AT
    )

    case.refresh_from_db()
    assert (case.state, approved_of(case)) == (State.APPROVED, Decimal(1))
    assert case.authorization_number.startswith("AU-")
    assert case.valid_from_on is not None
    clocks = Deadline.objects.filter(case_id=case.id, purpose__startswith="carry_out")
    clocks = clocks.exclude(purpose__contains="round")
    assert {row.rule_id for row in clocks} == rules
    assert {row.started_at for row in clocks} == {NOTICED_AT}
    met = {row.purpose: row.met_at for row in clocks}
    assert met["carry_out_authorize"] == RULED_AT
    assert met.get("carry_out_provide") is None
    letters = OrderedLetter.objects.filter(case_id=case.id, kind="approval")
    assert {letter.reader for letter in letters} == {"member", "provider"}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_what_is_stored_can_be_computed_again() -> None:
    world = make_world("MEDI-CAL")
    case = make_denied(world)

    carry_out_overturn(case.id, ruling=a_ruling(case), by=coordinator_of(world), at=RULED_AT)

    case.refresh_from_db()
    stored = {(row.purpose, row.rule_id): row.due_at for row in of_case(case.tenant_id, case.id)}
    assert stored == {(one.purpose, one.rule.id): one.due_at for one in compute_clocks(case)}
    assert not any(purpose == "decide" for purpose, _ in stored)


def test_the_first_no_stays_on_record_and_the_timeline_tells_the_ruling() -> None:
    world = make_world("MEDI-CAL")
    case = make_denied(world)

    carry_out_overturn(case.id, ruling=a_ruling(case), by=coordinator_of(world), at=RULED_AT)

    outcomes = Decision.objects.filter(request=case).order_by("decided_at")
    assert [one.outcome for one in outcomes] == ["denied", "overturned"]
    kept = CarriedOutRuling.objects.get(request=case)
    assert (kept.ruled_by, kept.reference) == ("imr", "MN26-12345")
    line = CaseEvent.objects.get(case_id=case.id, name="prior_auth.overturned")
    assert line.details["reference"] == "MN26-12345"
    assert "IMR-IMPL-5WD" in line.details["carry_out_by"]


def test_a_part_that_was_approved_keeps_its_number_and_grows() -> None:
    world = make_world("MEDI-CAL")
    case = a_part_denied(world)
    number = case.authorization_number
    ruling = replace(a_ruling(case), approved={1: Decimal(8)})

    carry_out_overturn(case.id, ruling=ruling, by=coordinator_of(world), at=RULED_AT)

    case.refresh_from_db()
    assert (case.state, approved_of(case)) == (State.PARTLY_APPROVED, Decimal(8))
    assert case.authorization_number == number


def test_a_denied_request_is_partly_approved_by_a_ruling_on_a_part() -> None:
    world = make_world("MEDI-CAL")
    physician = physician_of(world)
    case = with_physician(world, physician, quantity=12, unit="visit")
    deny(case.id, denial=a_denial(world), by=physician, at=DECIDED_AT, version=case.version)
    ruling = replace(a_ruling(case), approved={1: Decimal(8)})

    carry_out_overturn(case.id, ruling=ruling, by=coordinator_of(world), at=RULED_AT)

    case.refresh_from_db()
    assert (case.state, approved_of(case)) == (State.PARTLY_APPROVED, Decimal(8))


def test_a_ruling_never_takes_away() -> None:
    world = make_world("MEDI-CAL")
    case = a_part_denied(world)
    ruling = replace(a_ruling(case), approved={1: Decimal(2)})

    with pytest.raises(NotAYes):
        carry_out_overturn(case.id, ruling=ruling, by=coordinator_of(world), at=RULED_AT)

    case.refresh_from_db()
    assert (case.state, approved_of(case)) == (State.PARTLY_APPROVED, Decimal(4))


def test_what_was_approved_or_never_shown_is_left_alone() -> None:
    world = make_world("MEDI-CAL")
    case = make_request(world, met=True)
    approve_ruling = a_ruling(case)
    nurse = nurse_of(world)
    answer_points(case, nurse, p1="met", p2="met")
    approve(case.id, by=nurse, at=DECIDED_AT)
    with pytest.raises((MoveNotAllowed, NotAYes)):
        carry_out_overturn(case.id, ruling=approve_ruling, by=coordinator_of(world), at=RULED_AT)

    other = make_denied(world)
    unshown = replace(a_ruling(other), evidence_document_id=None)
    with pytest.raises(RulingNotShown):
        carry_out_overturn(other.id, ruling=unshown, by=coordinator_of(world), at=RULED_AT)


def test_the_database_refuses_an_overturn_without_ruling_or_authorization() -> None:
    case = make_denied(make_world("MEDI-CAL"))

    with transaction.atomic(), connection.cursor() as cursor:
        Decision.objects.create(
            tenant_id=case.tenant_id,
            request=case,
            outcome="overturned",
            basis="x",
            signed_by_name="x",
            decided_at=RULED_AT,
            decided_on=RULED_AT.date(),
        )
        with pytest.raises(IntegrityError, match="ruling guard"), transaction.atomic():
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.set_rollback(True)


def test_the_database_refuses_to_lower_what_was_approved() -> None:
    case = a_part_denied(make_world("MEDI-CAL"))

    with pytest.raises(IntegrityError, match="not lowered"), transaction.atomic():
        RequestedService.objects.filter(request=case).update(approved_quantity=1)


def test_proof_that_the_care_was_given_ends_the_last_clock() -> None:
    world = make_world("MA")
    case = make_denied(world)
    by = coordinator_of(world)
    carry_out_overturn(
        case.id, ruling=a_ruling(case, RuledBy.INDEPENDENT_ENTITY), by=by, at=RULED_AT
    )
    given_at = RULED_AT + timedelta(days=5)

    note_care_given(
        case.id, given_at=given_at, proof="Visit note of the clinic.", by=by, at=given_at
    )

    assert Deadline.objects.get(case_id=case.id, purpose="carry_out_provide").met_at == given_at
