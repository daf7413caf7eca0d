"""A text about a decided case is released by a person, after the check found nothing in it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from factories.access import signed_in
from factories.appeals import ANSWERED_AT, make_appeal, supervisor_of, with_reviewer
from factories.prior_auth import World, make_world
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import AppealNotFound
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.roles import Role
from openmso.oversight.our_decisions.actions import release as releasing
from openmso.oversight.our_decisions.actions.release import (
    MayLeadToAPerson,
    ReleasedAlready,
    release,
)
from openmso.oversight.our_decisions.actions.take_back import take_back
from openmso.oversight.our_decisions.decided import NotDecided, decided_appeal
from openmso.oversight.our_decisions.models import OurDecision
from openmso.oversight.reports import terms as kept
from openmso.oversight.reports.terms import terms

pytestmark = pytest.mark.django_db

TEXT = "A picture of the lower back was refused at first. The new notes showed a weak leg."
AT = ANSWERED_AT + timedelta(days=30)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one decided case be enough, as in an office that has many."""
    enough = replace(terms(), fewest_in_public=1)
    monkeypatch.setattr(releasing, "terms", lambda: enough)
    assert kept.terms().fewest_in_public > 1


def taken_back(world: World) -> Appeal:
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    overturn(appeal.id, why="The note.", by=reviewer, at=ANSWERED_AT, version=appeal.version)
    return appeal


@pytest.mark.requirement("S004-40")
@pytest.mark.usefixtures("few_are_enough")
def test_a_released_text_is_public_with_its_year_and_outcome_and_nothing_else(
    world: World,
) -> None:
    appeal, by = taken_back(world), supervisor_of(world)

    decision = release(decided_appeal(by, appeal.id), text=TEXT, by=by, at=AT)

    assert (decision.year, decision.outcome, decision.decided_by) == (2026, "overturned", "us")
    written = json.dumps(
        [decision.year, decision.outcome, decision.decided_by, decision.category, decision.text]
    )
    named = (world.member.family_name, world.practitioner.family_name, world.practice.name)
    assert not [name for name in (*named, appeal.number) if name in written]
    with pytest.raises(ReleasedAlready):
        release(decided_appeal(by, appeal.id), text=TEXT, by=by, at=AT)


@pytest.mark.requirement("S004-40")
@pytest.mark.usefixtures("few_are_enough")
def test_a_refusal_says_everything_that_was_found(world: World) -> None:
    appeal, by = taken_back(world), supervisor_of(world)
    named = f"{world.member.given_name} of {world.practice.name} was seen in March 2026. {TEXT}"

    with pytest.raises(MayLeadToAPerson) as refusal:
        release(decided_appeal(by, appeal.id), text=named, by=by, at=AT)

    said = " ".join(refusal.value.reasons)
    assert f"“{world.member.given_name}” looks like the patient's name." in said
    assert "the name of a practice or hospital" in said
    assert "“March 2026” looks like a date finer than a year." in said
    assert not OurDecision.objects.exists()


def test_one_of_few_is_not_published_even_without_a_name(world: World) -> None:
    appeal, by = taken_back(world), supervisor_of(world)

    with pytest.raises(MayLeadToAPerson, match="Only 1 decided in this year"):
        release(decided_appeal(by, appeal.id), text=TEXT, by=by, at=AT)


@pytest.mark.usefixtures("few_are_enough")
def test_no_program_and_nobody_of_another_office_releases_a_text(world: World) -> None:
    appeal, by = taken_back(world), supervisor_of(world)

    with pytest.raises(NotAllowed):
        release(
            decided_appeal(by, appeal.id),
            text=TEXT,
            by=Actor.system("Schedule", world.tenant.id),
            at=AT,
        )
    with pytest.raises(AppealNotFound):
        decided_appeal(supervisor_of(make_world()), appeal.id)


def test_an_appeal_without_an_answer_has_no_text(world: World) -> None:
    appeal = make_appeal(world)

    with pytest.raises(NotDecided):
        decided_appeal(supervisor_of(world), appeal.id)
    desk, address = signed_in(Role.SUPERVISOR, world.tenant), f"/staff/appeals/{appeal.id}/publish/"
    assert "Nothing to publish yet" in desk.get(address).content.decode()
    assert desk.post(address, {"text": TEXT}).status_code == 409


@pytest.mark.usefixtures("few_are_enough")
def test_what_is_taken_back_leaves_the_public_page_and_its_files(world: World) -> None:
    appeal, by = taken_back(world), supervisor_of(world)
    release(decided_appeal(by, appeal.id), text=TEXT, by=by, at=AT)
    pages = ("/our-decisions/", "/our-decisions/decisions.csv", "/our-decisions/decisions.json")
    assert all(TEXT in Client().get(page).content.decode() for page in pages)

    take_back(appeal.id, why="The member asked for it.", by=by, at=AT)

    assert not any(TEXT in Client().get(page).content.decode() for page in pages)
    assert OurDecision.objects.get().taken_back_why


def test_the_desk_refuses_beside_the_field_and_keeps_what_was_typed(world: World) -> None:
    appeal = taken_back(world)
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    assert appeal.number in desk.get("/staff/our-decisions/").content.decode()

    answer = desk.post(
        f"/staff/appeals/{appeal.id}/publish/", {"text": f"{TEXT} Call 213-555-0150"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "looks like a telephone number." in page
    assert "Call 213-555-0150" in page
