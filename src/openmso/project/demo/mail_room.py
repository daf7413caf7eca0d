"""What reached the invented office besides requests: papers in the mail room, members' wishes for
another doctor and questions, incentive programs. Everything by the actions that people use.
"""

import secrets
from datetime import date, datetime, timedelta
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.asked_by_member import NoDoctorKnown, Question, request_of
from openmso.channels.paper.opening import opened
from openmso.office.access.actor import Actor
from openmso.office.incentives.actions.begin import begin
from openmso.office.incentives.actions.register import NewProgram, register
from openmso.office.incentives.actions.review import review
from openmso.office.incentives.domain.screening import Side, Verdict
from openmso.office.incentives.questions import questions
from openmso.office.law import office_calendar
from openmso.office.mail_room.actions.hand_on import hand_on
from openmso.office.mail_room.actions.reject import reject
from openmso.office.mail_room.actions.take_in import take_in
from openmso.office.mail_room.domain.outcome import Desk as OtherDesk
from openmso.office.mail_room.domain.outcome import Reason, Rejection, Told, Way
from openmso.office.mail_room.domain.piece import Piece
from openmso.office.mail_room.models import ArrivedPaper
from openmso.roster.benefits.queries import service_named
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.pcp_changes.actions.ask import NotToBeAsked, ask_for_doctor
from openmso.roster.pcp_changes.actions.pass_on import note_passed_on
from openmso.roster.pcp_changes.interfaces import wiring
from openmso.roster.pcp_changes.jobs import wish_of
from openmso.roster.pcp_changes.models import PcpChange
from openmso.roster.providers.models import NetworkMembership

from .year.desk import Desk
from .year.paper import notes_as_pdf

_MAIL_ROOM, _MINUTE, _HOUR, _DAY = (
    "Mail room",
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
_ASKED_FOR = "E0143"
_REQUEST = notes_as_pdf(
    "Authorization request",
    [
        ["From: Larkspur Family Practice. To: Utilization management."],
        ["Please approve an MRI of the lower back. Six weeks of therapy did not help."],
    ],
)
_RECORDS = notes_as_pdf("Office notes", [["The notes you asked for."], ["Exam of the left knee."]])
_APPEAL = notes_as_pdf("Letter", [["I do not agree with your letter. Please look at it again."]])
_ADVERTISING = notes_as_pdf("Office chairs", [["Half price until Friday."]])


def write_mail_room(desk: Desk) -> None:
    """Write one paper for each thing that can be found in the tray, and what was done with some."""
    by = desk.intake()
    _paper(desk, Way.FAX, "fax-0412.pdf", _REQUEST, ago=2 * _HOUR, pages=2)
    _paper(desk, Way.FAX, "fax-0419.pdf", _REQUEST, ago=35 * _MINUTE, pages=3)
    _paper(desk, Way.FAX, "fax-0420.pdf", b"%PDF-1.7 the line was lost", ago=20 * _MINUTE)
    _paper(desk, Way.MAIL, "scan-77.pdf", _RECORDS, ago=5 * _HOUR, sender="")
    _paper(desk, Way.EMAIL, "mail.eml", _mail(), ago=50 * _MINUTE, sender="")
    appeal = _paper(desk, Way.MAIL, "scan-71.pdf", _APPEAL, ago=_DAY, sender="")
    hand_on(
        appeal.id,
        OtherDesk.APPEALS,
        words="It came with the mail of that morning.",
        by=by,
        at=appeal.recorded_at + _HOUR,
    )
    chairs = _paper(desk, Way.FAX, "fax-0399.pdf", _ADVERTISING, ago=2 * _DAY)
    nothing = Rejection(
        reason=Reason.NO_BUSINESS, told=Told.NOT_TOLD, words="Advertising is not answered."
    )
    reject(chairs.id, nothing, by=by, at=chairs.recorded_at + _HOUR)
    _wish_for_a_doctor(desk)
    _question(desk)
    _programs(desk)


def _paper(
    desk: Desk,
    way: Way,
    name: str,
    content: bytes,
    *,
    ago: timedelta,
    pages: int | None = None,
    sender: str = "213-555-0177",
) -> ArrivedPaper:
    received_at = desk.now - ago
    piece = Piece(
        key=name,
        title=name,
        content=content,
        size=len(content),
        received_at=received_at,
        sender=sender,
        pages_said=pages,
    )
    by = Actor.system(_MAIL_ROOM, desk.roster.tenant.id)
    paper = take_in(opened(piece, way), by=by, at=received_at + _MINUTE)
    if paper is None:
        raise ValueError(f"{name} was taken in before")
    return paper


def _mail() -> bytes:
    """A mail as a mail server would store it; it is read here and sent to nobody."""
    words = MIMEText("Here are the notes. Please call us with any question.")
    notes = MIMEApplication(_RECORDS, "pdf")
    notes.add_header("Content-Disposition", "attachment", filename="notes.pdf")
    whole = MIMEMultipart(_subparts=[words, notes])
    whole["From"] = "Front desk <front.desk@practice.example>"
    whole["Subject"] = "Notes for your request"
    return whole.as_bytes()


def _today(desk: Desk, at: datetime) -> date:
    return office_calendar(desk.roster.tenant.id).local(at).date()


def _wish_for_a_doctor(desk: Desk) -> None:
    """A member wants another doctor; the plan has the wish and has not answered."""
    member, tenant = _member(desk), desk.roster.tenant
    at = desk.now - 3 * _DAY
    if member is None or member.member_id is None:
        return
    coverage = coverage_on(tenant.id, member.member_id, _today(desk, at))
    if coverage is None:
        return
    others = NetworkMembership.objects.filter(
        tenant_id=tenant.id, ipa_id=coverage.ipa_id, primary_care=True, until_on=None
    )
    ids = others.order_by("practitioner__npi").values_list("practitioner_id", flat=True)[:2]
    wanted = next((one for one in ids if one != coverage.pcp_id), None)
    if wanted is None:
        return
    try:
        change = ask_for_doctor(wanted, reason="It is nearer to my home.", by=member, at=at)
    except NotToBeAsked:
        return
    people = PcpChange.objects.select_related("member", "coverage", "plan", "wanted")
    wish = wish_of(people.get(id=change.id))
    proof = wiring.plan_desk().pass_on(key=str(change.id), wish=wish)
    by = Actor.system("Member desk", tenant.id)
    note_passed_on(change.id, proof=proof, by=by, at=at + _MINUTE)


def _question(desk: Desk) -> None:
    """The same member asks whether a walker is covered."""
    member, service = _member(desk), service_named(_ASKED_FOR)
    if member is None or service is None:
        return
    at = desk.now - 6 * _HOUR
    question = Question(
        client_key=secrets.token_urlsafe(18),
        service=service,
        from_on=_today(desk, at),
        why="I fell twice this month. My neighbor has one.",
    )
    try:
        receive(request_of(question, by=member, at=at), by=member, at=at)
    except NoDoctorKnown:
        return


def _member(desk: Desk) -> Actor | None:
    account = desk.staff.accounts.get("member")
    return account.as_actor() if account else None


def _programs(desk: Desk) -> None:
    """One program runs, one is being screened, one was refused."""
    people = desk.staff.accounts
    if not {"admin", "physician", "privacy"} <= people.keys():
        return
    admin, physician, compliance = (
        people[key].as_actor() for key in ("admin", "physician", "privacy")
    )
    harmless = {one.code: False for one in questions()}
    at = desk.now - 60 * _DAY

    def planned(name: str, reward: str, goal: str, **yes: bool) -> NewProgram:
        return NewProgram(
            name=name,
            whom="doctors",
            reward=reward,
            goal=goal,
            from_on=_today(desk, desk.now - 30 * _DAY),
            answers=harmless | yes,
            explanation="It saves money on pictures that are not needed." if yes else "",
        )

    runs = register(
        planned("Flu shots on time", "A payment a practice", "Shots given by December"),
        by=admin,
        at=at,
    )
    for side, signer in ((Side.MEDICAL, physician), (Side.COMPLIANCE, compliance)):
        words = "It rewards care that is given, and nothing that is left out."
        review(runs.id, side, Verdict.MAY_BEGIN, words=words, by=signer, at=at + _DAY)
    begin(runs.id, by=admin, at=at + 2 * _DAY)
    fewer = planned(
        "Fewer pictures", "A share of what is saved", "Fewer MRI a year", pays_for_no=True
    )
    refused = register(fewer, by=admin, at=at)
    words = "It pays for care that is not given."
    review(refused.id, Side.MEDICAL, Verdict.MUST_NOT, words=words, by=physician, at=at + _DAY)
    register(
        planned("Calls after discharge", "A payment a call", "A call within days of discharge"),
        by=admin,
        at=desk.now - 2 * _DAY,
    )
