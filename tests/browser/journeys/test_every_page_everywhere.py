"""The pages of every role, wide, at 200 % zoom, at 320 px, and mirrored: axe finds nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Response

from browser.conftest import Seat
from browser.open_office import OPENED_AT, OpenOffice, make_busy_world
from browser.people import Person
from factories.access import make_account
from factories.care import FullCase, make_full_care_case
from factories.decided import make_denied
from factories.decisions import physician_of, with_physician
from factories.emergency_access import make_emergency
from factories.incentives import make_program
from factories.inpatient import make_night, stable_before
from factories.mail_room import make_paper
from factories.prior_auth import World, make_request
from factories.reports import make_run
from factories.roster import make_ipa
from factories.stays import make_stay
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.roster.members.models import Member
from page_checks import assert_nothing_inline

pytestmark = pytest.mark.browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Cases in the states that show the most: new, with a physician, denied with its letters."""

    world: World
    new: AuthorizationRequest
    on_the_desk: AuthorizationRequest
    denied: AuthorizationRequest
    night: PostStabilization
    stay: Admission
    care: FullCase

    @property
    def member(self) -> Member:
        return self.world.member

    def letter_to(self, reader: str) -> OrderedLetter:
        return OrderedLetter.objects.get(case_id=self.denied.id, reader=reader, kind="denial")

    def paper(self) -> Document:
        return Document.objects.filter(case_id=self.new.id).earliest("id")


@pytest.fixture(scope="module")
def standing(office: OpenOffice) -> Standing:
    world = make_busy_world(language="es")
    new = make_request(world)
    on_the_desk = with_physician(world, physician_of(world), diagnoses=("M51.26",))
    return Standing(
        world=world,
        new=new,
        on_the_desk=on_the_desk,
        denied=make_denied(world),
        night=make_night(
            world, identified=False, asked_at=OPENED_AT, care=stable_before(OPENED_AT)
        ),
        stay=make_stay(
            world,
            admitted_at=OPENED_AT - timedelta(days=2),
            notified_at=OPENED_AT - timedelta(days=1),
        ),
        care=make_full_care_case(world),
    )


def practice_pages(at: Standing) -> Iterator[str]:
    yield "/practice/"
    yield "/practice/eligibility/"
    yield f"/practice/is-it-needed/?code=72148&on=12/01/2026&plan={at.world.plan.id}"
    yield "/practice/requests/"
    yield "/practice/requests/new/"
    yield "/practice/requests/form/"
    yield f"/practice/requests/{at.new.id}/"
    yield f"/practice/requests/{at.new.id}/add/"
    yield f"/practice/requests/{at.new.id}/withdraw/"
    yield f"/practice/requests/{at.denied.id}/"


def nurse_pages(at: Standing) -> Iterator[str]:
    case = f"/staff/prior-auth/{at.new.id}/"
    yield "/staff/worklist/nurse/"
    yield "/staff/worklist/nurse/?urgency=expedited"
    yield case
    for act in ("send-to-physician", "ask", "extend", "urgency", "withdraw", "add", "join", "talk"):
        yield f"{case}{act}/"
    yield f"{case}documents/{at.paper().id}/text/"
    yield f"/staff/prior-auth/{at.denied.id}/"
    yield "/staff/members/"
    yield f"/staff/members/{at.member.id}/"
    yield "/staff/letters/"
    yield f"/staff/letters/{at.letter_to('member').id}/"
    yield "/rulebook/MA-OD-STD-PA-7/"
    yield "/staff/stays/"
    yield f"/staff/stays/{at.stay.id}/"
    yield f"/staff/stays/{at.stay.id}/status/"
    yield f"/staff/stays/{at.stay.id}/move/"
    yield "/staff/stays/missing/"


def intake_pages(at: Standing) -> Iterator[str]:
    night = f"/staff/post-stabilization/{at.night.id}/"
    yield night
    yield f"{night}identify/"
    yield "/staff/worklist/post_stabilization/"
    yield "/staff/post-stabilization/new/"
    yield "/staff/post-stabilization/never-asked/"
    yield "/staff/worklist/intake/"
    yield "/staff/key-in/"
    paper = f"/staff/mail/{make_paper(at.world.tenant).id}/"
    yield "/staff/mail/"
    yield "/staff/mail/?show=done"
    yield paper
    for act in ("case", "reject", "hand-on"):
        yield f"{paper}{act}/"
    yield "/staff/members/other-doctors/"
    yield "/staff/request-form/"
    yield f"/staff/request-form/{at.world.ipa.key}/"


def physician_pages(at: Standing) -> Iterator[str]:
    yield "/staff/worklist/physician/"
    yield f"/staff/prior-auth/{at.on_the_desk.id}/decide/"
    yield f"/staff/prior-auth/{at.on_the_desk.id}/similar-decisions/"
    yield f"/staff/prior-auth/{at.new.id}/decide/"
    yield "/staff/attestation/"


def supervisor_pages(at: Standing) -> Iterator[str]:
    yield f"/staff/prior-auth/{at.denied.id}/reopen/"
    yield "/staff/reports/"
    yield f"/staff/reports/{make_run(at.world).id}/"


def case_manager_pages(at: Standing) -> Iterator[str]:
    case = f"/staff/case-management/{at.care.case.id}/"
    yield "/staff/case-management/?whose=all"
    yield case
    yield f"{case}plan/"
    yield f"{case}cover/"
    yield f"{case}do/contact/"


def manager_pages(at: Standing) -> Iterator[str]:
    yield "/practice/colleagues/"


def admin_pages(at: Standing) -> Iterator[str]:
    colleague = make_account(Role.NURSE, at.world.tenant)
    yield "/staff/incentives/"
    yield "/staff/incentives/new/"
    yield f"/staff/incentives/{make_program(at.world.tenant).id}/"
    yield "/staff/jobs/"
    yield "/staff/letter-wording/"
    yield "/staff/accounts/"
    yield "/staff/accounts/invite/"
    yield f"/staff/accounts/{colleague.id}/"
    yield f"/staff/accounts/{colleague.id}/switch-off/"
    yield "/account/second-factor/"


def privacy_pages(at: Standing) -> Iterator[str]:
    use = make_emergency(at.new, make_account(Role.NURSE, at.world.tenant))
    yield "/staff/emergency-reviews/"
    yield f"/staff/emergency-reviews/{use.id}/"


def member_pages(at: Standing) -> Iterator[str]:
    yield "/member/"
    yield f"/member/requests/{at.new.id}/"
    yield f"/member/requests/{at.denied.id}/"
    yield "/member/care-plan/"
    yield "/member/ask/?q=mri"
    yield "/member/my-doctor/"
    yield "/member/letters/"
    yield f"/member/letters/{at.letter_to('member').id}/"


Pages = Callable[[Standing], Iterator[str]]
WALKS: dict[Role, Pages] = {
    Role.PRACTICE: practice_pages,
    Role.PRACTICE_MANAGER: manager_pages,
    Role.NURSE: nurse_pages,
    Role.INTAKE: intake_pages,
    Role.PHYSICIAN: physician_pages,
    Role.SUPERVISOR: supervisor_pages,
    Role.CASE_MANAGER: case_manager_pages,
    Role.OFFICE_ADMIN: admin_pages,
    Role.PRIVACY: privacy_pages,
    Role.MEMBER: member_pages,
}
OVERTAKEN = 409


@pytest.mark.requirement("S004-45")
@pytest.mark.parametrize("role", WALKS)
def test_every_page_of_a_role_is_accessible(seat: Seat, standing: Standing, role: Role) -> None:
    person = seat(role, standing.world)
    problems = [problem for path in WALKS[role](standing) for problem in _problems_of(person, path)]
    assert not problems, "\n\n".join(problems)


def _problems_of(person: Person, path: str) -> Iterator[str]:
    person.complaints.clear()
    answer: Response | None = person.page.goto(f"{person.office.url}{path}")
    status = answer.status if answer else 0
    if status not in {200, OVERTAKEN}:
        yield f"{path} answered {status}"
        return
    try:
        assert_nothing_inline(answer.text() if answer else "")
        person.finds_the_page_accessible(everywhere=True)
    except AssertionError as problem:
        yield str(problem)
    if status == 200 and person.complaints:
        yield f"{path}: {person.complaints}"


@pytest.mark.requirement("IMP-16")
def test_emergency_access_is_accessible(seat: Seat, standing: Standing) -> None:
    ipa = make_ipa(standing.world.tenant)
    person = seat(Role.NURSE, standing.world, ipa_ids=[ipa.id])
    use = make_emergency(standing.new, person.account)

    paths = ("/staff/emergency/", f"/staff/emergency/{use.id}/")
    problems = [problem for path in paths for problem in _problems_of(person, path)]

    assert not problems, "\n\n".join(problems)
