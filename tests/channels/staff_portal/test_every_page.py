"""Every page of the staff portal opens for those who may, and for nobody else.

That things of others are not found, and that a password alone opens nothing, is tried on every
address in tests/hostile.
"""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from factories.access import make_account, sign_in
from factories.appeals import make_appeal
from factories.care import make_full_care_case
from factories.decisions import physician_of
from factories.emergency_access import make_emergency
from factories.external_review import make_reviewed, review_papers
from factories.fast_track import make_ending
from factories.grievances import make_grievance
from factories.incentives import make_program
from factories.inpatient import FACE_SHEET, make_night
from factories.mail_room import make_paper
from factories.on_call import make_duty_things
from factories.prior_auth import World, make_request, make_world
from factories.reports import make_run
from factories.stays import make_stay
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.actions.talk_to_peer import offer_talk
from openmso.channels.staff_portal.urls import urlpatterns
from openmso.office.access.pages import rule_of
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.members.domain.search import MemberSearch
from page_checks import assert_ids_resolve, assert_nothing_inline

POST_ONLY = {
    "take",
    "give_back",
    "key_in_member",
    "key_in_practice",
    "key_in_completeness",
    "prior_auth_point",
    "prior_auth_message",
    "prior_auth_sign",
    "reading_grade",
    "member_check",
    "job_retry",
    "incentive_move",
    "invitation_again",
    "invitation_withdraw",
    "account_role",
    "account_reach",
    "account_on",
    "on_call_take",
    "report_again",
}
STAFF = [role for role in Role if ROLES[role].area == "staff"]
ANSWERS = {
    "home": 302,
    "worklist": 302,
    "letter_pdf": 404,  # the letter is ordered, not printed yet
    "report_cases": 302,  # without a number it is the report itself
    "report_review": 302,
    "reports_now": 404,  # without a number there is nothing to open
    "stays_round": 302,  # to the next patient without a status of today
    "rule": 301,  # every rule has a public page
}
CLOSED_NOW = {
    "appeal_authority",
    "appeal_late",
    "appeal_dismiss",
    "appeal_overturn",
    "appeal_part",
    "appeal_uphold",
    "appeal_not_fast",
    "appeal_told_not_fast",
    "appeal_pay",
    "appeal_pay_part",
    "appeal_paid",
    "appeal_file_sent",
    "appeal_entity_answer",
    "prior_auth_start_review",
    "prior_auth_reopen",
    "prior_auth_send_to_physician",
    "prior_auth_not_duplicates",
    "prior_auth_duplicates_after_all",
    "prior_auth_split",
    "post_stabilization_consult",
    "post_stabilization_end",
    "admission_refuse",
}


def names() -> list[str]:
    return sorted({str(pattern.name) for pattern in urlpatterns})


def permission_of(name: str) -> Permission:
    view = next(pattern.callback for pattern in urlpatterns if pattern.name == name)
    return Permission(str(rule_of(view, name)))


class Office:
    """One office with a case in every place that a page needs."""

    def __init__(self, world: World) -> None:
        physician = physician_of(world)
        self.world = world
        self.colleague = make_account(Role.NURSE, world.tenant)
        self.people = {role: make_account(role, world.tenant) for role in Role}
        self.case = make_request(world)
        self.emergencies = {role: make_emergency(self.case, self.people[role]).id for role in STAFF}
        send_to_physician(self.case.id, note="", by=physician, at=self.case.received_at)
        self.talk = offer_talk(
            self.case.id,
            slots=[self.case.received_at.replace(year=2030)],
            by=physician,
            at=self.case.received_at,
        )
        self.duty = make_duty_things(world.tenant)
        self.care = make_full_care_case(world)
        self.night = make_night(world, face_sheet=FACE_SHEET)
        self.stay = make_stay(world)
        self.ending = make_ending(world)
        self.mail = make_paper(world.tenant)
        self.incentive = make_program(world.tenant)
        self.run = make_run(world)
        self.appeal = make_appeal(world)
        self.grievance = make_grievance(world)
        self.review = make_reviewed(world, self.appeal.request)
        other = make_request(world, diagnoses=("M51.26",))
        approve(other.id, by=physician, at=other.received_at)
        self.letter = OrderedLetter.objects.filter(tenant=world.tenant).order_by("id")[0]
        self.document = Document.objects.filter(case_id=self.case.id).order_by("id")[0]
        self.receipt = check_eligibility(
            EligibilityQuestion(
                search=MemberSearch(member_id=world.member.id), for_date=self.case.service_from_on
            ),
            by=physician,
            at=self.case.received_at,
        )

    def address(self, name: str, role: Role = Role.NURSE) -> str:
        """Return the address of a page with everything of this office, and this role's, in it."""
        pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
        known = {
            "request_id": self.case.id,
            "document_id": self.document.id,
            "talk_id": self.talk.id,
            "letter_id": self.letter.id,
            "member_id": self.world.member.id,
            "number": self.receipt.number,
            "code": "1",
            "ipa_key": self.world.ipa.key,
            "rule_id": "MA-OD-STD-PA-7",
            "item_id": uuid4(),
            "account_id": self.colleague.id,
            "invitation_id": uuid4(),
            "job_id": 1,
            "access_id": self.emergencies[role if role in STAFF else Role.NURSE],
            "schedule_id": self.duty.schedule_id,
            "shift_id": self.duty.shift_id,
            "page_id": self.duty.page_id,
            "call_id": self.duty.call_id,
            "case_id": self.night.id,
            "paper_id": Document.objects.get(case_id=self.night.id).id,
            "appeal_id": self.appeal.id,
            "appeal_paper_id": Document.objects.get(case_id=self.appeal.id, source="phone").id,
            "review_id": self.review.id,
            "review_paper_id": review_papers(self.review)[0].id,
            "review_document_id": Document.objects.filter(case_id=self.review.id)[0].id,
            "review_act": "contact",
            "grievance_id": self.grievance.id,
            "grievance_act": "withdraw",
            "ending_id": self.ending.id,
            "ending_act": "take-back",
            "admission_id": self.stay.id,
            "stay_paper_id": Document.objects.get(case_id=self.stay.id, source="portal").id,
            "move_id": self.stay.moves.get().id,
            "hospital_id": self.stay.hospital_id,
            "mail_id": self.mail.id,
            "incentive_id": self.incentive.id,
            "mail_file_id": Document.objects.get(case_id=self.mail.id).id,
            "use_id": self.emergencies[Role.NURSE],
            "care_id": self.care.case.id,
            "thing_id": self.care.task_id,
            "act": "task",
            "ending": "task",
            "run_id": self.run.id,
        }
        wanted = pattern.pattern.converters
        return reverse(f"staff:{name}", kwargs={key: known[key] for key in wanted if key in known})


@pytest.fixture(scope="module")
def office(committed_rows: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for the whole file: its pages are only looked at."""
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("files")):
        yield Office(make_world())


@pytest.fixture(scope="module")
def opened(office: Office) -> dict[str, str]:
    """The text of every page that can be looked at, by its name."""
    answers = {name: _opened(office, name) for name in names() if name not in POST_ONLY}
    return {
        name: answer.content.decode()
        for name, answer in answers.items()
        if "text/html" in answer["Content-Type"]
    }


@pytest.mark.parametrize("role", list(Role))
def test_a_page_opens_for_the_roles_that_may_and_for_no_other(role: Role, office: Office) -> None:
    client = sign_in(Client(), office.people[role])

    found = {name: client.get(office.address(name, role)).status_code for name in names()}

    assert found == {name: _expected(name, role) for name in names()}


def _expected(name: str, role: Role) -> int:
    if permission_of(name) not in ROLES[role].permissions:
        return 403
    if name in POST_ONLY:
        return 405
    if name in CLOSED_NOW:
        return 409
    return ANSWERS.get(name, 200)


def test_every_id_named_on_a_page_exists_and_nothing_is_inline(opened: dict[str, str]) -> None:
    for page in opened.values():
        assert_ids_resolve(page)
        assert_nothing_inline(page)


def test_page_titles_carry_no_names(office: Office, opened: dict[str, str]) -> None:
    member = office.world.member
    for name, page in opened.items():
        title = page.partition("<title>")[2].partition("</title>")[0]

        assert member.family_name not in title, name
        assert member.given_name not in title, name


def _opened(office: Office, name: str) -> Any:
    role = next(role for role in STAFF if permission_of(name) in ROLES[role].permissions)
    browser = sign_in(Client(), office.people[role])
    return browser.get(office.address(name, role), follow=True)
