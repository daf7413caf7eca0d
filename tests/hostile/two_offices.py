"""Two offices full of things that somebody may want to see who must not.

Ours has two practices with a patient each; theirs has one. Every practice has a case with its
physician, with a paper, an offered talk and a place on a list, and a denied case with its letters.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.db import connection
from django.test import override_settings

from factories.access import make_account
from factories.appeals import make_appeal
from factories.care import FullCase, make_full_care_case
from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.emergency_access import make_emergency
from factories.external_review import make_reviewed, review_papers
from factories.fast_track import make_ending
from factories.grievances import make_grievance
from factories.incentives import make_program
from factories.inpatient import FACE_SHEET, make_night
from factories.mail_room import make_paper
from factories.on_call import DutyThings, make_duty_things
from factories.prior_auth import World, make_world
from factories.reports import make_run
from factories.roster import make_member, make_practice, make_practitioner
from factories.stays import give_message, make_stay, nurse_of
from openmso.casework.appeals.models import Appeal
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.grievances.models import Grievance
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.talk_to_peer import offer_talk
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.models import Account
from openmso.office.access.roles import ROLES, Role
from openmso.office.accounts.actions.invite import invite
from openmso.office.documents.models import Document
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.letters import jobs as printing
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.pdf import PrintedLetter, print_letter
from openmso.office.worklists.models import WorklistItem
from openmso.oversight.reports.models import ReportRun
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.members.domain.search import MemberSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """One practice with its patient: their accounts, and the ids of what belongs to them."""

    world: World
    practice: Account
    manager: Account
    member: Account
    open_case: AuthorizationRequest
    denied_case: AuthorizationRequest
    document_id: UUID
    talk_id: UUID
    item_id: UUID
    receipt: str
    job_id: int
    invitation_id: UUID
    emergency: EmergencyAccess
    emergencies: dict[Role, UUID]
    duty: DutyThings
    night: PostStabilization
    night_paper_id: UUID
    appeal: Appeal
    appeal_paper_id: UUID
    grievance: Grievance
    review: ExternalReview
    review_paper_id: UUID
    review_document_id: UUID
    stay: Admission
    ending: FastTrackCase
    stay_paper_id: UUID
    move_id: UUID
    care: FullCase
    mail_id: UUID
    mail_file_id: UUID
    incentive_id: UUID
    run: ReportRun
    letters: dict[str, UUID]
    letter_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoOffices:
    """`ours` is where the attackers work; `neighbor` is another practice of the same office."""

    ours: Corner
    neighbor: Corner
    theirs: Corner
    staff: dict[Role, Account]

    def person(self, role: Role) -> Account:
        if role is Role.PRACTICE:
            return self.ours.practice
        if role is Role.PRACTICE_MANAGER:
            return self.ours.manager
        return self.ours.member if role is Role.MEMBER else self.staff[role]


@contextmanager
def letters_may_leave() -> Iterator[None]:
    """Print each kind of letter once and use it again: the attacks are not about its looks."""
    printed: dict[str, PrintedLetter] = {}

    def print_once(letter: Any, **how: Any) -> PrintedLetter:
        key = f"{letter.kind} {letter.reader}"
        if key not in printed:
            printed[key] = print_letter(letter, **how)
        return printed[key]

    with (
        override_settings(LETTERS_MAY_LEAVE_WITHOUT_OFFICIAL_WORDING=True),
        patch.object(printing, "print_letter", print_once),
    ):
        yield


def make_two_offices() -> TwoOffices:
    ours, theirs = make_world(), make_world()
    staff: dict[Role, Account] = {
        role: make_account(role, ours.tenant) for role in Role if ROLES[role].area == "staff"
    }
    with letters_may_leave():
        return TwoOffices(
            ours=_corner(ours, staff),
            neighbor=_corner(_next_door(ours)),
            theirs=_corner(theirs),
            staff=staff,
        )


def _next_door(world: World) -> World:
    practice = make_practice(world.tenant)
    return replace(
        world,
        practice=practice,
        practitioner=make_practitioner(world.tenant, practice=practice, ipa=world.ipa),
        member=make_member(
            world.tenant,
            plan=world.plan,
            ipa=world.ipa,
            given_name="Benedicta",
            family_name="Neighbor",
        ),
    )


def _corner(world: World, staff: dict[Role, Account] | None = None) -> Corner:
    physician = physician_of(world)
    practice = make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)
    manager = make_account(Role.PRACTICE_MANAGER, world.tenant, practice_id=world.practice.id)
    invitation = invite(
        "colleague@practice.example",
        role=Role.PRACTICE,
        practice_id=world.practice.id,
        holds_for=timedelta(days=3650),
        site="https://office.example",
        by=manager.as_actor(),
        at=DECIDED_AT,
    )
    open_case = with_physician(world, physician)
    talk = offer_talk(
        open_case.id,
        slots=[DECIDED_AT + timedelta(days=30)],
        by=physician,
        at=DECIDED_AT,
    )
    open_case.refresh_from_db()
    denied_case = with_physician(world, physician)
    deny(
        denied_case.id,
        denial=a_denial(world),
        by=physician,
        at=DECIDED_AT,
        version=denied_case.version,
    )
    letters = OrderedLetter.objects.filter(case_id=denied_case.id)
    for letter in letters:
        printing.render(str(letter.id))
    receipt = check_eligibility(
        EligibilityQuestion(
            search=MemberSearch(member_id=world.member.id), for_date=DECIDED_AT.date()
        ),
        by=practice.as_actor(),
        at=DECIDED_AT,
    )
    night = make_night(world, face_sheet=FACE_SHEET)
    mail = make_paper(world.tenant, b"Please approve the MRI.")
    review = make_reviewed(world, denied_case)
    appeal = make_appeal(world, denied_case)
    grievance = make_grievance(world)
    stay = give_message(make_stay(world), nurse_of(world))
    return Corner(
        world=world,
        practice=practice,
        manager=manager,
        member=make_account(Role.MEMBER, world.tenant, member_id=world.member.id),
        open_case=open_case,
        denied_case=denied_case,
        document_id=Document.objects.get(case_id=open_case.id).id,
        talk_id=talk.id,
        item_id=WorklistItem.objects.get(case_id=open_case.id, closed_at=None).id,
        receipt=receipt.number,
        job_id=_failed_job(world.tenant.id),
        invitation_id=invitation.id,
        emergency=make_emergency(open_case, make_account(Role.NURSE, world.tenant)),
        emergencies={
            role: make_emergency(open_case, account).id for role, account in (staff or {}).items()
        },
        duty=make_duty_things(world.tenant),
        night=night,
        night_paper_id=Document.objects.get(case_id=night.id).id,
        appeal=appeal,
        grievance=grievance,
        appeal_paper_id=Document.objects.filter(case_id=appeal.id, source="phone")[0].id,
        review=review,
        review_paper_id=review_papers(review)[0].id,
        review_document_id=Document.objects.filter(case_id=review.id)[0].id,
        stay=stay,
        stay_paper_id=Document.objects.get(case_id=stay.id, source="portal").id,
        move_id=stay.moves.get().id,
        ending=make_ending(world),
        care=make_full_care_case(world),
        mail_id=mail.id,
        incentive_id=make_program(world.tenant).id,
        run=make_run(world, ipa=world.ipa),
        mail_file_id=Document.objects.get(case_id=mail.id).id,
        letters=dict(letters.values_list("reader", "id")),
        letter_token=letters.get(reader="member").page_token,
    )


def _failed_job(tenant_id: UUID) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts)"
            " VALUES ('default', 'prior_auth.time_ran_out',"
            " jsonb_build_object('tenant_id', %s::text), 'failed', 6) RETURNING id",
            [str(tenant_id)],
        )
        return int(cursor.fetchone()[0])
