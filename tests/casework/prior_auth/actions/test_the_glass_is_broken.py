"""A case of another IPA is opened in an emergency: for one person, for a reason, for a while."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from factories.access import make_account
from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from factories.roster import make_ipa
from openmso.casework.prior_auth.actions.break_glass import OpenAnyway, break_glass
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import RequestNotFound, visible
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role
from openmso.office.disclosures.models import Disclosure
from openmso.office.emergency_access.actions.open_in_emergency import SayWhy
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.timeline.models import CaseEvent
from openmso.standards.calendars.spans import Span

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-16")]

AT = RECEIVED_AT + timedelta(hours=1)
WORDS = "The hospital is on the telephone about the transfer."


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case(world: World) -> AuthorizationRequest:
    return make_request(world)


@pytest.fixture
def outsider(world: World) -> Actor:
    """A nurse of another IPA of the same office."""
    other = make_ipa(world.tenant)
    return make_account(Role.NURSE, world.tenant, ipa_ids=[other.id]).as_actor()


def broken(number: str, by: Actor, **given: Any) -> EmergencyAccess:
    said: dict[str, Any] = {
        "reason": "care_cannot_wait",
        "words": WORDS,
        "holds_for": timedelta(minutes=60),
        "review_within": Span.parse("1 business day"),
        "by": by,
        "at": AT,
    }
    return break_glass(number, **(said | given))


def test_it_opens_one_case_for_a_while_and_is_told_everywhere(
    case: AuthorizationRequest, outsider: Actor
) -> None:
    access = broken(f" {case.number.lower()} ", outsider)

    assert (access.about_id, access.account_id) == (case.id, outsider.id)
    assert access.is_open(AT)
    assert access.is_open(AT + timedelta(minutes=59))
    assert not access.is_open(AT + timedelta(minutes=60))
    line = CaseEvent.objects.get(case_id=case.id, name="emergency_access.opened")
    assert line.actor_id == outsider.id
    assert WORDS in line.details["why"]
    told = Disclosure.objects.get(about_member_id=case.member_id)
    assert (told.case_id, told.receiver_id, told.way) == (case.id, outsider.id, "emergency access")


def test_telling_privacy_staff_is_ordered_in_the_same_transaction(
    case: AuthorizationRequest, outsider: Actor
) -> None:
    broken(case.number, outsider)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args ->> 'case_id' FROM procrastinate_jobs"
            " WHERE task_name = 'office.emergency_access.jobs.tell_privacy_staff'"
        )
        assert cursor.fetchall() == [(str(case.id),)]


def test_the_review_is_due_on_the_next_business_day(
    case: AuthorizationRequest, outsider: Actor
) -> None:
    access = broken(case.number, outsider)

    due = access.review_due_at.astimezone(case.tenant.zone)
    assert (due.date() - AT.astimezone(case.tenant.zone).date()).days == 1
    assert (due.hour, due.minute) == (23, 59)


def test_nothing_else_opens_with_it(case: AuthorizationRequest, outsider: Actor) -> None:
    broken(case.number, outsider)

    assert not visible(outsider).exists(), "lists, searches and actions stay as narrow as before"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"reason": "curiosity"}, "one of the reasons"),
        ({"words": "urgent"}, "in a sentence"),
        ({"words": " " * 40}, "in a sentence"),
    ],
)
def test_without_a_reason_nothing_opens(
    case: AuthorizationRequest, outsider: Actor, said: dict[str, str], words: str
) -> None:
    with pytest.raises(SayWhy, match=words):
        broken(case.number, outsider, **said)

    assert not EmergencyAccess.objects.exists()
    assert not Disclosure.objects.filter(way="emergency access").exists()


def test_another_office_s_number_and_nobody_s_are_told_alike(outsider: Actor) -> None:
    foreign = make_request(make_world())

    sentences = set()
    for number in (foreign.number, "PA-000000-ZZZZZZ", "", "\x00"):
        with pytest.raises(RequestNotFound) as refusal:
            broken(number, outsider)
        sentences.add(str(refusal.value))

    assert len(sentences) == 1


def test_what_is_open_anyway_needs_no_emergency(world: World, case: AuthorizationRequest) -> None:
    colleague = make_account(Role.NURSE, world.tenant, ipa_ids=[world.ipa.id]).as_actor()

    with pytest.raises(OpenAnyway):
        broken(case.number, colleague)


@pytest.mark.parametrize(
    "role", [role for role in Role if Permission.EMERGENCY_ACCESS not in ROLES[role].permissions]
)
def test_only_the_desk_breaks_a_glass(world: World, case: AuthorizationRequest, role: Role) -> None:
    other = make_ipa(world.tenant)
    somebody = make_account(role, world.tenant, ipa_ids=[other.id]).as_actor()

    with pytest.raises(NotAllowed):
        broken(case.number, somebody)


def test_neither_a_job_nor_somebody_of_a_practice_can(
    world: World, case: AuthorizationRequest, outsider: Actor
) -> None:
    may = frozenset({Permission.EMERGENCY_ACCESS})
    job = replace(Actor.system("Job", world.tenant.id), permissions=may, ipa_ids=outsider.ipa_ids)
    of_a_practice = replace(outsider, practice_id=make_world().practice.id)

    for somebody in (job, of_a_practice):
        with pytest.raises(NotAllowed):
            broken(case.number, somebody)
