"""Only a qualified physician can deny, and no path in the code or the database can do otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from factories.access import make_account
from factories.decisions import (
    DECIDED_AT,
    a_denial,
    nurse_of,
    physician_of,
    read_papers,
    with_physician,
)
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_list_entry
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.denial import CriterionNotInForce
from openmso.casework.prior_auth.domain.decision import Ground, NotQualifiedToDeny
from openmso.casework.prior_auth.domain.states import MOVES, Move, State
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.queries import RequestNotFound
from openmso.office.access.actor import Actor
from openmso.office.access.models import Attestation, Licence
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role
from openmso.office.documents.models import Document
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.versions import ChangedMeanwhile

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-04", "S003-38", "S003-40")]


def try_to_deny(world: World, request: AuthorizationRequest, by: Actor, **given: Any) -> None:
    deny(
        request.id,
        denial=a_denial(world, **given),
        by=by,
        at=DECIDED_AT,
        version=request.version,
    )


def still_open(request: AuthorizationRequest) -> bool:
    request.refresh_from_db()
    return request.state == State.WITH_PHYSICIAN and not Decision.objects.exists()


# --- who -------------------------------------------------------------------------------------


@pytest.mark.requirement("S000-68")
def test_exactly_one_role_may_deny() -> None:
    may = [role for role, text in ROLES.items() if Permission.PRIOR_AUTH_DENY in text.permissions]

    assert may == [Role.PHYSICIAN]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PHYSICIAN])
def test_no_other_role_can_deny(role: Role) -> None:
    world = make_world()
    request = with_physician(world, physician_of(world))
    other = make_account(role, world.tenant).as_actor()
    read_papers(request, physician_of(world))

    with pytest.raises(NotQualifiedToDeny):
        try_to_deny(world, request, other)

    assert still_open(request)


def test_the_system_cannot_deny() -> None:
    world = make_world()
    request = with_physician(world, physician_of(world))

    with pytest.raises(NotQualifiedToDeny, match="no program"):
        try_to_deny(world, request, Actor.system("Clock", world.tenant.id))

    assert still_open(request)


def test_a_nurse_who_is_handed_every_permission_still_has_no_license() -> None:
    world = make_world()
    nurse = replace(nurse_of(world), permissions=frozenset(Permission))
    request = with_physician(world, nurse)

    with pytest.raises(NotQualifiedToDeny, match="no physician license"):
        try_to_deny(world, request, nurse)

    assert still_open(request)


@pytest.mark.requirement("S003-29", "S000-67")
@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda: Licence.objects.update(until_on=date(2026, 11, 20)), "license"),
        (lambda: Licence.objects.update(from_on=date(2026, 11, 21)), "license"),
        (lambda: Licence.objects.update(state="NV"), "license"),
        (lambda: Licence.objects.update(profession="registered_nurse"), "license"),
        (lambda: Licence.objects.update(specialties=["2084P0800X"]), "specialty"),
        (lambda: Attestation.objects.update(until_on=date(2026, 11, 20)), "attestation"),
        (lambda: Attestation.objects.update(statement="something_else"), "attestation"),
        (lambda: Attestation.objects.all().delete(), "attestation"),
    ],
)
def test_license_specialty_and_attestation_must_hold_on_the_day(
    spoil: Callable[[], object], sentence: str
) -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    spoil()

    with pytest.raises(NotQualifiedToDeny, match=sentence):
        try_to_deny(world, request, physician)

    assert still_open(request)


def test_a_physician_of_another_office_does_not_even_find_the_case() -> None:
    world, elsewhere = make_world(), make_world()
    request = with_physician(world, physician_of(world))

    with pytest.raises(RequestNotFound):
        try_to_deny(world, request, physician_of(elsewhere))


# --- on what record --------------------------------------------------------------------------


def test_the_records_must_have_been_opened_by_the_signer() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician, read=False)
    read_papers(request, physician_of(world))

    with pytest.raises(NotQualifiedToDeny, match="Open the records first: 1"):
        try_to_deny(world, request, physician)

    assert still_open(request)


def test_missing_papers_are_never_a_denial() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    Document.objects.filter(case_id=request.id).update(case_id=uuid4())

    with pytest.raises(NotQualifiedToDeny, match="missing papers are never a denial"):
        try_to_deny(world, request, physician)

    assert still_open(request)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"criteria_edition_id": None}, NotQualifiedToDeny),
        ({"criteria_edition_id": uuid4()}, CriterionNotInForce),
        ({"ground": Ground.NOT_COVERED}, NotQualifiedToDeny),
        (
            {"ground": Ground.NOT_COVERED, "benefit_section_id": uuid4()},
            CriterionNotInForce,
        ),
        ({"clinical_reason": "  "}, NotQualifiedToDeny),
        ({"plain_reason": ""}, NotQualifiedToDeny),
    ],
)
def test_a_denial_names_its_ground_its_rule_and_both_reasons(
    given: dict[str, Any], error: type[Exception]
) -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)

    with pytest.raises(error):
        try_to_deny(world, request, physician, **given)

    assert still_open(request)


@pytest.mark.requirement("IMP-19")
def test_a_superseded_edition_cannot_deny() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    world.edition.until_on = date(2026, 11, 20)
    world.edition.save()

    with pytest.raises(CriterionNotInForce, match="no longer serves"):
        try_to_deny(world, request, physician)

    assert still_open(request)


@pytest.mark.parametrize("state", [state for state in State if state is not State.WITH_PHYSICIAN])
def test_a_denial_starts_only_from_physician_review(state: State) -> None:
    assert (state, Move.DENY) not in MOVES
    assert (state, Move.APPROVE_IN_PART) not in MOVES


def test_a_case_on_the_nurses_list_cannot_be_denied() -> None:
    world = make_world()
    request = make_request(world)

    with pytest.raises(MoveNotAllowed):
        try_to_deny(world, request, physician_of(world))


def test_a_signature_holds_for_the_case_as_it_was_read() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)

    with pytest.raises(ChangedMeanwhile):
        deny(
            request.id,
            denial=a_denial(world),
            by=physician,
            at=DECIDED_AT,
            version=request.version - 1,
        )


def test_approving_a_part_is_guarded_like_a_denial() -> None:
    world = make_world()
    nurse = replace(nurse_of(world), permissions=frozenset(Permission))
    request = with_physician(world, nurse, quantity=12, unit="visit")

    with pytest.raises(NotQualifiedToDeny):
        approve_in_part(
            request.id,
            approved={1: Decimal(8)},
            denial=a_denial(world),
            by=nurse,
            at=DECIDED_AT,
            version=request.version,
        )

    assert still_open(request)


# --- the database itself ---------------------------------------------------------------------


def insert_decision(request: AuthorizationRequest, signer: Actor | None, **given: Any) -> None:
    fields: dict[str, Any] = {
        "tenant_id": request.tenant_id,
        "request_id": request.id,
        "outcome": "denied",
        "basis": "by hand",
        "ground": "medical_appropriateness",
        "criteria_edition_id": request.criteria_edition_id,
        "clinical_reason": "x",
        "plain_reason": "x",
        "signed_by_id": signer.id if signer else None,
        "signed_by_name": "somebody",
        "decided_at": DECIDED_AT,
        "decided_on": DECIDED_AT.date(),
    }
    with transaction.atomic():
        Decision.objects.create(**(fields | given))


@pytest.mark.parametrize("outcome", ["denied", "partly_approved"])
def test_a_row_written_by_hand_for_a_nurse_is_refused(outcome: str) -> None:
    world = make_world()
    request = with_physician(world, physician_of(world))

    with pytest.raises(IntegrityError, match="denial guard"):
        insert_decision(request, nurse_of(world), outcome=outcome)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"signed_by_id": None}, "denial guard|two_grounds"),
        ({"ground": ""}, "two_grounds"),
        ({"ground": "too_expensive"}, "two_grounds"),
        ({"criteria_edition_id": None}, "two_grounds"),
        ({"clinical_reason": ""}, "two_grounds"),
        ({"decided_on": date(2019, 1, 1)}, "denial guard"),
    ],
)
def test_a_row_written_by_hand_for_a_physician_must_still_be_whole(
    given: dict[str, Any], sentence: str
) -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)

    with pytest.raises(IntegrityError, match=sentence):
        insert_decision(request, physician, **given)


def test_a_row_written_by_hand_needs_the_papers_opened() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician, read=False)

    with pytest.raises(IntegrityError, match="has not opened every record"):
        insert_decision(request, physician)


@pytest.mark.parametrize("state", ["denied", "partly_approved"])
def test_a_state_written_by_hand_needs_a_signed_decision(state: str) -> None:
    world = make_world()
    request = with_physician(world, physician_of(world))

    with pytest.raises(IntegrityError, match="no signed decision"), transaction.atomic():
        AuthorizationRequest.objects.filter(id=request.id).update(
            state=state,
            decided_at=DECIDED_AT,
            authorization_number="AU-X",
            valid_from_on=DECIDED_AT.date(),
        )


def test_raw_sql_cannot_deny_either() -> None:
    world = make_world()
    request = with_physician(world, physician_of(world))

    with (
        pytest.raises(IntegrityError, match="denial guard"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE prior_auth_request SET state = 'denied', decided_at = now() WHERE id = %s",
            [request.id],
        )


def test_two_denials_in_one_transaction_are_refused() -> None:
    world = make_world()
    physician = physician_of(world)
    make_list_entry(world.tenant, "E0143", plan=world.plan, criteria_key=world.edition.key)
    first = with_physician(world, physician)
    second = with_physician(world, physician, code="E0143")

    @transaction.atomic
    def deny_both() -> None:
        for request in (first, second):
            insert_decision(request, physician)

    with pytest.raises(IntegrityError, match="one_denial_a_transaction"):
        deny_both()

    assert Decision.objects.count() == 0


def test_a_decision_never_changes() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    insert_decision(request, physician)

    for attack in (
        lambda: Decision.objects.update(clinical_reason="something else"),
        lambda: Decision.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
            attack()


@pytest.mark.requirement("S000-69", "S001-187", "S003-41")
def test_an_attestation_signed_after_the_decision_does_not_count() -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    Attestation.objects.update(signed_at=DECIDED_AT + timedelta(minutes=1))

    with pytest.raises(IntegrityError, match="attestation is not current"):
        insert_decision(request, physician)
