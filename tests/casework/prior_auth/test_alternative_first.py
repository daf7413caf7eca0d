"""A no whose point is "try this first": desk, member and appeal are told what to try."""

import pytest
from django.test import Client

from factories.access import make_account, sign_in, signed_in
from factories.appeals import ANSWERED_AT, STANDS, make_appeal, with_reviewer
from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import World, make_world
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.letters.models import OrderedLetter

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-21")]

THERAPY = "Six weeks of exercise with a therapist"
IN_SPANISH = "Seis semanas de ejercicio con un terapeuta"


def denied(
    world: World, alternative: str = THERAPY, alternative_es: str = ""
) -> AuthorizationRequest:
    physician = physician_of(world)
    case = with_physician(world, physician)
    denial = a_denial(world, alternative=alternative, alternative_es=alternative_es)
    deny(case.id, denial=denial, by=physician, at=DECIDED_AT, version=case.version)
    case.refresh_from_db()
    return case


@pytest.mark.parametrize("alternative", [THERAPY, ""])
def test_the_desk_sees_the_tag_and_the_treatment(alternative: str) -> None:
    world = make_world()
    nurse = signed_in(Role.NURSE, world.tenant)
    case = denied(world, alternative)

    shown = nurse.get(f"/staff/prior-auth/{case.id}/").content.decode()

    assert ("Alternative first" in shown) is bool(alternative)
    assert alternative in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Did you try it, or is it not safe for you?"), ("es", "¿Ya lo probó")],
)
def test_the_member_reads_what_to_try_and_what_it_changes(language: str, words: str) -> None:
    world = make_world()
    member = make_account(Role.MEMBER, world.tenant, member_id=world.member.id, language=language)

    page = sign_in(Client(), member).get(f"/member/requests/{denied(world).id}/").content.decode()

    assert THERAPY in page
    assert words in page


def test_an_appeal_that_leaves_the_no_standing_explains_the_treatment_once_more() -> None:
    world = make_world()
    appeal = make_appeal(world, denied(world))
    reviewer = with_reviewer(world, appeal)

    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    letter = OrderedLetter.objects.get(case_id=appeal.id, kind="appeal_upheld", reader="member")
    assert letter.content["fields"]["refusal"]["alternative"]["text"] == THERAPY


def test_a_member_who_reads_spanish_reads_the_treatment_in_spanish_everywhere() -> None:
    world = make_world(language="es")
    member = make_account(Role.MEMBER, world.tenant, member_id=world.member.id, language="es")
    case = denied(world, alternative_es=IN_SPANISH)
    appeal = make_appeal(world, case)
    reviewer = with_reviewer(world, appeal)
    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    page = sign_in(Client(), member).get(f"/member/requests/{case.id}/").content.decode()
    letters = OrderedLetter.objects.filter(
        kind__in=["denial", "appeal_upheld"], reader="member", case_id__in=[case.id, appeal.id]
    )
    desk = signed_in(Role.NURSE, world.tenant).get(f"/staff/prior-auth/{case.id}/")
    told = {
        (one.kind, *one.content["fields"]["refusal"]["alternative"].values()) for one in letters
    }

    assert f"<p>{IN_SPANISH}</p>" in page
    assert THERAPY not in page
    assert f'<dd lang="es">{IN_SPANISH}</dd>' in desk.content.decode()
    assert told == {("denial", IN_SPANISH, "es"), ("appeal_upheld", IN_SPANISH, "es")}


def test_what_nobody_wrote_in_spanish_is_shown_in_english_and_marked_as_english() -> None:
    world = make_world(language="es")
    member = make_account(Role.MEMBER, world.tenant, member_id=world.member.id, language="es")

    page = sign_in(Client(), member).get(f"/member/requests/{denied(world).id}/").content.decode()

    assert f'<p lang="en">{THERAPY}</p>' in page
