"""Two people at once: the same request sent twice is one case, and of two decisions one stands."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Count

from factories.decisions import DECIDED_AT, a_denial, nurse_of, physician_of, with_physician
from factories.papers import fax_of
from factories.prior_auth import (
    MRI,
    NOTE,
    RECEIVED_AT,
    SERVICE_ON,
    World,
    make_request,
    make_world,
)
from factories.roster import make_member
from faults.at_once import Outcome, pairs_at_once
from faults.copies import copies_of
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.actions.split import split
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.timeline.versions import ChangedMeanwhile
from openmso.office.worklists.models import WorklistItem

pytestmark = [pytest.mark.usefixtures("committed_rows")]

PAIRS = 500
Both = list[tuple[Outcome, Outcome]]


def asked(world: World, key: str, **given: Any) -> Request:
    fields: dict[str, Any] = {
        "client_key": key,
        "channel": Channel.PORTAL,
        "received_at": RECEIVED_AT,
        "member_id": world.member.id,
        "practice_id": world.practice.id,
        "practitioner_id": world.practitioner.id,
        "diagnoses": ("M54.50",),
        "service_from_on": SERVICE_ON,
        "clinical_summary": "Low back pain for three months.",
        "services": (ServiceLine(code=MRI, description="MRI", quantity=Decimal(1), unit="study"),),
    }
    return Request(**(fields | given))


def send_at_once(
    world: World, one: Callable[[int], Request], other: Callable[[int], Request], turns: int
) -> Both:
    def sender(form: Callable[[int], Request]) -> Callable[[int], Any]:
        return lambda turn: receive(form(turn), files=[NOTE], by=world.intake, at=RECEIVED_AT)

    return pairs_at_once(turns, sender(one), sender(other))


def test_the_same_request_sent_twice_at_once_is_one_case_for_both() -> None:
    world = make_world()

    def form(turn: int) -> Request:
        return asked(world, f"twice-{turn}", service_from_on=SERVICE_ON + timedelta(days=turn))

    both = send_at_once(world, form, form, PAIRS)

    assert not [pair for pair in both if pair[0].raised or pair[1].raised]
    assert all(a.result.request.number == b.result.request.number for a, b in both)
    assert all(a.result.duplicate != b.result.duplicate for a, b in both)
    cases = AuthorizationRequest.objects.filter(tenant=world.tenant)
    assert cases.count() == PAIRS
    of_world = {"tenant": world.tenant}
    assert Document.objects.filter(**of_world).count() == PAIRS
    assert WorklistItem.objects.filter(**of_world).count() == PAIRS
    assert set(cases.annotate(lines=Count("services")).values_list("lines", flat=True)) == {1}
    received = CaseEvent.objects.filter(**of_world, name="prior_auth.received")
    assert received.values("case_id").distinct().count() == received.count() == PAIRS
    decide = Deadline.objects.filter(**of_world, purpose="decide", governs=True)
    assert decide.values("case_id").distinct().count() == decide.count() == PAIRS


def test_one_key_with_two_contents_at_once_stores_one_and_tells_the_other() -> None:
    world = make_world()

    both = send_at_once(
        world,
        lambda turn: asked(world, f"key-{turn}"),
        lambda turn: asked(world, f"key-{turn}", clinical_summary="Another patient's story."),
        40,
    )

    for pair in both:
        refused = [outcome for outcome in pair if outcome.raised]
        assert [type(outcome.raised) for outcome in refused] == [SameKeyOtherContent]
    assert AuthorizationRequest.objects.filter(tenant=world.tenant).count() == 40


def test_a_split_and_a_form_under_one_key_at_once_make_one_case_for_both() -> None:
    world = make_world()
    desk = nurse_of(world)
    fax = fax_of("Ana one", "Boris one")
    other = make_member(world.tenant, plan=world.plan, ipa=world.ipa)
    turns = 15
    cases = [make_request(world, files=(fax,)) for _ in range(turns)]
    whole = {one.case_id: one.id for one in Document.objects.filter(tenant=world.tenant)}

    def form(turn: int) -> Request:
        on = SERVICE_ON + timedelta(days=turn)
        fields = {"member_id": other.id, "service_from_on": on, "channel": Channel.FAX}
        return asked(world, f"split-{turn}", **fields)

    both = pairs_at_once(
        turns,
        lambda turn: split(
            cases[turn].id,
            document_id=whole[cases[turn].id],
            pages=(2,),
            other=form(turn),
            by=desk,
            at=RECEIVED_AT,
        ),
        lambda turn: receive(form(turn), by=desk, at=RECEIVED_AT),
    )

    assert not [outcome.raised for pair in both for outcome in pair if outcome.raised]
    assert all(a.result.request.id == b.result.request.id for a, b in both)
    assert AuthorizationRequest.objects.filter(member=other).count() == turns
    # A split that found the other form's case has left its own case as it was.
    for case in cases:
        papers = Document.objects.filter(case_id=case.id)
        assert papers.count() == 1


def cases_with_physicians(world: World, physicians: list[Actor], count: int) -> list[UUID]:
    first = with_physician(world, physicians[0])
    for other in physicians[1:]:
        _read_too(first, other)
    return [case.id for case in copies_of(first, count)]


def _read_too(request: AuthorizationRequest, physician: Actor) -> None:
    from factories.decisions import read_papers

    read_papers(request, physician)


def version_of(case: UUID) -> int:
    return AuthorizationRequest.objects.values_list("version", flat=True).get(id=case)


def test_of_two_opposite_decisions_at_once_one_stands_and_the_other_is_told() -> None:
    world = make_world()
    yes, no = physician_of(world), physician_of(world)
    cases = cases_with_physicians(world, [yes, no], PAIRS)
    version = version_of(cases[0])

    both = pairs_at_once(
        PAIRS,
        lambda turn: approve(cases[turn], by=yes, at=DECIDED_AT, version=version),
        lambda turn: deny(
            cases[turn], denial=a_denial(world), by=no, at=DECIDED_AT, version=version
        ),
    )

    assert {sum(outcome.raised is None for outcome in pair) for pair in both} == {1}
    lost = [outcome.raised for pair in both for outcome in pair if outcome.raised]
    assert {type(raised) for raised in lost} <= {ChangedMeanwhile, MoveNotAllowed}
    assert all("approved" in str(raised) or "denied" in str(raised) for raised in lost)
    assert_one_decision_each(world, cases)


def assert_one_decision_each(world: World, cases: list[UUID]) -> None:
    """One decision, one pair of letters, one line of history, and the state says the same."""
    decisions = dict(
        Decision.objects.filter(tenant=world.tenant, request_id__in=cases).values_list(
            "request_id", "outcome"
        )
    )
    assert Decision.objects.filter(tenant=world.tenant).count() == len(decisions) == len(cases)
    states = AuthorizationRequest.objects.filter(id__in=cases).values_list("id", "state")
    assert dict(states) == decisions
    letters = OrderedLetter.objects.filter(tenant=world.tenant, case_id__in=cases)
    kind = {"approved": "approval", "denied": "denial"}
    assert Counter(letters.values_list("case_id", "kind", "reader")) == Counter(
        (case, kind[outcome], reader)
        for case, outcome in decisions.items()
        for reader in ("member", "provider")
    )
    lines = CaseEvent.objects.filter(
        tenant=world.tenant, name__in=["prior_auth.approved", "prior_auth.denied"]
    ).values_list("case_id", "name")
    assert Counter(lines) == Counter(
        (case, f"prior_auth.{outcome}") for case, outcome in decisions.items()
    )
    assert not WorklistItem.objects.filter(case_id__in=cases, closed_at=None).exists()


def test_a_request_taken_back_while_it_is_decided_is_either_and_never_both() -> None:
    world = make_world()
    physician = physician_of(world)
    cases = cases_with_physicians(world, [physician], 60)
    version = version_of(cases[0])
    practice = replace(world.intake, name="Practice")

    both = pairs_at_once(
        len(cases),
        lambda turn: deny(
            cases[turn], denial=a_denial(world), by=physician, at=DECIDED_AT, version=version
        ),
        lambda turn: withdraw(cases[turn], asked_by="Practice", why="", by=practice, at=DECIDED_AT),
    )

    assert {sum(outcome.raised is None for outcome in pair) for pair in both} == {1}
    for turn, (denied, withdrawn) in enumerate(both):
        state = AuthorizationRequest.objects.get(id=cases[turn]).state
        assert state == ("denied" if denied.raised is None else "withdrawn")
        assert Decision.objects.filter(request_id=cases[turn]).exists() == (state == "denied")
        assert isinstance(denied.raised or withdrawn.raised, (MoveNotAllowed, ChangedMeanwhile))
