"""More than a hundred hostile texts in every text that a page shows: the page stays what it was.

The pages are drawn once with harmless words and then with each text in every column. Nothing but
words may differ: no new element, attribute, address or style.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from difflib import ndiff
from itertools import cycle, islice
from typing import Any

import pytest
from django.db import models
from django.test import Client

from factories.access import make_account, sign_in
from factories.care import make_full_care_case
from factories.decisions import DECIDED_AT, physician_of, with_physician
from factories.emergency_access import make_emergency
from factories.prior_auth import World, make_world
from factories.roster import make_ipa
from hostile.complete_form import ADDRESS
from hostile.scripts import ALIVE, MARK, QUOTES, RICH
from hostile.skeleton import skeleton
from hostile.test_injected_text import NAMES_OF_BOXES
from openmso.care.case_management.models import (
    CareCase,
    CarePlan,
    Comment,
    Contact,
    Goal,
    Instructions,
    StatusEntry,
    Task,
    Treatment,
)
from openmso.casework.criteria.models import CriteriaPoint
from openmso.casework.prior_auth.actions.ask_for_information import ask_for_information
from openmso.casework.prior_auth.actions.talk_to_peer import note_talk, offer_talk
from openmso.casework.prior_auth.actions.write_message import write_message
from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CaseMessage,
    CriteriaFinding,
    InformationRequest,
    PeerToPeer,
    RequestedService,
)
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.content.models import ContactLine
from openmso.office.documents.models import Document
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.worklists.models import WorklistItem
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Practice, Practitioner

pytestmark = pytest.mark.django_db

HARMLESS = "Plain words"
SHORTEST = 80  # letters of a name
BOXES = (*NAMES_OF_BOXES, "reason", "notes", "diagnosis_1", "practice_search")
STEP = 13  # so that a text comes through several boxes of each form
SHOWN: dict[type[models.Model], tuple[str, ...]] = {
    Member: ("given_name", "family_name", "address_line_1", "city"),
    Practice: ("name", "address_line", "city"),
    Practitioner: ("given_name", "family_name"),
    HealthPlan: ("name",),
    Ipa: ("name",),
    ContactLine: ("label",),
    CriteriaPoint: ("text", "question"),
    CriteriaFinding: ("quote", "answered_by_name"),
    AuthorizationRequest: ("clinical_summary", "urgency_why", "servicing_name", "next_step_why"),
    RequestedService: ("description", "unit"),
    Document: ("title",),
    CaseMessage: ("text", "author_name"),
    PeerToPeer: ("note", "offered_by_name"),
    InformationRequest: ("words", "asked_by_name"),
    WorklistItem: ("member_name", "service", "note", "assignee_name"),
    EmergencyAccess: ("words", "account_name", "about_number"),
    CareCase: ("reason", "manager_name", "complex_condition", "complex_said_by"),
    Task: ("what", "added_by_name", "outcome_words"),
    Contact: ("note", "by_name"),
    StatusEntry: ("note", "by_name"),
    CarePlan: ("doctor", "by_name"),  # its other texts become a list, an item a line
    Goal: ("words", "by_name"),
    Comment: ("words", "by_name"),
    Instructions: ("from_whom",),
    Treatment: ("what", "with_whom"),
    Account: ("name",),
}


@pytest.mark.parametrize("text", ALIVE)
def test_the_eyes_of_this_test_see_an_element(text: str) -> None:
    assert skeleton(f"<p>{text}</p>") != skeleton(f"<p>{HARMLESS}</p>")


@pytest.mark.parametrize("text", QUOTES)
def test_the_eyes_of_this_test_see_a_broken_attribute(text: str) -> None:
    whole = [skeleton(f'<input value="{HARMLESS}">'), skeleton(f"<input value='{HARMLESS}'>")]

    assert [skeleton(f'<input value="{text}">'), skeleton(f"<input value='{text}'>")] != whole


def storable(text: str) -> str:
    return text.replace("\x00", "")


def packed(texts: Iterable[str]) -> Iterator[str]:
    """Put several texts into one, as long as the shortest column that matters can hold them.

    A page that takes one of them for code changes, whatever stands beside it.
    """
    handful = ""
    for text in texts:
        if handful and len(handful) + len(text) >= SHORTEST:
            yield handful
            handful = ""
        handful = f"{handful} {text}" if handful else text
    yield handful


def written_everywhere(world: World, text: str) -> None:
    """Put `text` into every column that pages show, cut to the column's length."""
    for model, names in SHOWN.items():
        rows = model._default_manager.filter(tenant=world.tenant)
        if model is Ipa:  # no two of an office carry one name
            rows = rows.filter(id=world.ipa.id)
        rows.update(**{name: storable(text)[: _longest(model, name)] for name in names})


def _longest(model: type[models.Model], name: str) -> int:
    return getattr(model._meta.get_field(name), "max_length", None) or 8000


def changes(before: list[str], after: list[str]) -> list[str]:
    return [line for line in ndiff(before, after) if line[0] in "+-"][:6]


def queue_of(case: AuthorizationRequest) -> str:
    return WorklistItem.objects.get(case_id=case.id, closed_at=None).queue


class Reader:
    """Somebody's browser and the pages they read."""

    def __init__(self, account: Account, *pages: str) -> None:
        self.client, self.pages = sign_in(Client(), account), pages

    def read(self) -> Iterator[tuple[str, str]]:
        for page in self.pages:
            answer = self.client.get(page)
            assert answer.status_code == 200, page
            yield page, answer.content.decode()


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def readers(world: World) -> list[Reader]:
    """A case with everything anybody could write on it, and everybody who reads it."""
    physician = physician_of(world)
    case = with_physician(world, physician, servicing_name="Dr. Elsewhere")
    by: dict[str, Any] = {"by": physician, "at": DECIDED_AT}
    talk = offer_talk(case.id, slots=[DECIDED_AT + timedelta(days=30)], **by)
    note_talk(case.id, talk.id, reached=True, note=HARMLESS, **by)
    write_message(case.id, text=HARMLESS, **by)
    ask_for_information(case.id, missing=["clinical_summary"], words=HARMLESS, **by)
    on_the_desk = with_physician(world, physician, diagnoses=("M51.26",))
    nurse = make_account(Role.NURSE, world.tenant)
    last_by_name = make_ipa(world.tenant, name="\U0001f3e5 IPA")
    outsider = make_account(Role.NURSE, world.tenant, ipa_ids=[last_by_name.id])
    use = make_emergency(case, outsider)
    given = {"practice_id": world.practice.id}
    staff = f"/staff/prior-auth/{case.id}/"
    followed = make_full_care_case(world, next_ipa=last_by_name).case
    care = f"/staff/case-management/{followed.id}/"
    return [
        Reader(
            nurse,
            f"/staff/worklist/{queue_of(case)}/",
            staff,
            f"/staff/members/{world.member.id}/",
        ),
        Reader(
            Account.objects.get(id=physician.id),
            f"/staff/worklist/{queue_of(on_the_desk)}/",
            f"/staff/prior-auth/{on_the_desk.id}/decide/",
        ),
        Reader(outsider, "/staff/emergency/", f"/staff/emergency/{use.id}/"),
        Reader(
            make_account(Role.PRIVACY, world.tenant),
            "/staff/emergency-reviews/",
            f"/staff/emergency-reviews/{use.id}/",
        ),
        Reader(
            make_account(Role.OFFICE_ADMIN, world.tenant),
            "/staff/accounts/",
            f"/staff/accounts/{nurse.id}/",
        ),
        Reader(
            make_account(Role.PRACTICE, world.tenant, **given),
            "/practice/",
            f"/practice/requests/{case.id}/",
        ),
        Reader(followed.manager, care, f"{care}plan/"),
        Reader(
            make_account(Role.MEMBER, world.tenant, member_id=world.member.id),
            "/member/",
            "/member/care-plan/",
            f"/member/requests/{case.id}/",
        ),
    ]


def test_no_text_in_any_column_is_more_than_text_on_any_page(
    world: World, readers: list[Reader], quiet_logs: None
) -> None:
    written_everywhere(world, HARMLESS)
    before = {page: skeleton(html) for reader in readers for page, html in reader.read()}
    changed, shown = [], 0
    handfuls = list(packed(RICH))
    for text in handfuls:
        written_everywhere(world, text)
        for reader in readers:
            for page, html in reader.read():
                shown += MARK in html
                if (bones := skeleton(html)) != before[page]:
                    changed.append(f"{page}: {text!r} {changes(before[page], bones)}")

    assert not changed, "\n".join(changed[:20])
    assert shown > 0.9 * len(before) * len(handfuls), "the texts were not even on the pages"


def test_what_was_typed_stays_text_in_the_form_that_comes_back(
    world: World, quiet_logs: None
) -> None:
    practice = sign_in(
        Client(), make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)
    )
    nurse = sign_in(Client(), make_account(Role.NURSE, world.tenant))
    doors = (
        (practice, ADDRESS),
        (practice, "/practice/eligibility/"),
        (nurse, "/staff/key-in/"),
        (nurse, "/staff/members/"),
        (nurse, "/staff/emergency/"),
        (Client(), "/account/login/"),
    )
    alive = []
    for first in range(0, len(RICH), STEP):
        texts = cycle((*RICH[first:], *RICH[:first]))
        boxes = dict(zip(BOXES, islice(texts, len(BOXES)), strict=True))
        for client, address in doors:
            html = client.post(address, boxes).content.decode(errors="replace")
            alive += [f"{address}: {bone}" for bone in skeleton(html) if MARK in bone]

    assert not alive, "\n".join(alive[:20])
