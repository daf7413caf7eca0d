"""What every appeal has in common when it is taken in, whatever it is about."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import record
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa

from ..clock_keeping import keep_clocks
from ..domain.filing import Channel, Filing, require_possible, window_of
from ..domain.speed import NEVER_FAST, FastBy, Wish, fast_by
from ..domain.states import State
from ..domain.types import Authority, FiledBy, authority_of, type_of
from ..events import Event
from ..letters import order_acknowledgement
from ..models import Appeal, DeniedPayment
from .queues import to_its_queue

_FILERS = (Permission.APPEAL_FILE, Permission.PRACTICE_APPEAL, Permission.MEMBER_APPEAL)
_SOURCES = {
    Channel.PORTAL: Document.Source.PORTAL,
    Channel.MEMBER: Document.Source.MEMBER,
    Channel.PHONE: Document.Source.PHONE,
    Channel.FAX: Document.Source.FAX,
    Channel.MAIL: Document.Source.MAIL,
    Channel.IN_PERSON: Document.Source.MAIL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is appealed: a request with its decision, or a claim. `told_on` is the day of the no.

    `fast_because`: it is handled fast for a reason of its own, without anybody asking.
    """

    told_on: date
    member: Member
    plan: HealthPlan | None
    ipa: Ipa | None
    line_of_business: str
    request: AuthorizationRequest | None = None
    decision: Decision | None = None
    payment: DeniedPayment | None = None
    is_drug: bool = False
    fast_because: str = ""


def require_filing(filing: Filing, *, by: Actor, at: datetime) -> None:
    """Raise NotAllowed for who may not file at all, NotPossible for what cannot be."""
    if not any(by.may(one) for one in _FILERS):
        raise NotAllowed(f"{by.name} may not file an appeal.")
    require_possible(filing, at=at)


def new_appeal(filing: Filing, subject: Subject, *, by: Actor, at: datetime) -> Appeal:
    """Return the row of a new appeal; it is not stored yet."""
    office = office_calendar(by.tenant_id)
    line = subject.line_of_business
    about_payment = subject.payment is not None
    window = window_of(line, told_on=subject.told_on, book=rulebook(), office=office)
    authority = authority_of(
        line, filing.filed_by, shown=filing.authority_shown, about_payment=about_payment
    )
    on_whose_word = fast_by(_wish(filing, subject))
    fast = on_whose_word is not FastBy.NOBODY
    return Appeal(
        tenant_id=by.tenant_id,
        number=readable_number("AP", office.local(filing.received_at).date(), secrets.choice),
        client_key=filing.client_key,
        fingerprint=filing.fingerprint(),
        state=State.OPEN,
        type=type_of(line, is_drug=subject.is_drug, about_payment=about_payment),
        request=subject.request,
        payment=subject.payment,
        decision=subject.decision,
        told_on=subject.told_on,
        member=subject.member,
        plan=subject.plan,
        ipa=subject.ipa,
        line_of_business=line,
        channel=filing.channel,
        received_at=filing.received_at,
        recorded_at=at,
        filed_by=filing.filed_by,
        filed_by_name=filing.filed_by_name.strip(),
        authority=authority,
        authority_shown_at=filing.received_at if authority is Authority.SHOWN else None,
        words=filing.words.strip(),
        urgency=Urgency.EXPEDITED if fast else Urgency.STANDARD,
        urgency_why=_why_fast(on_whose_word, filing, subject),
        fast_by=on_whose_word,
        late=window.is_late(filing.received_at),
        good_cause=filing.good_cause.strip(),
    )


def take_in(
    appeal: Appeal,
    filing: Filing,
    files: Sequence[tuple[str, Inspected]],
    *,
    by: Actor,
    at: datetime,
    **about: object,
) -> None:
    """Store a new appeal with its papers, clocks, queue and first letter; `about` names its no."""
    appeal.save(force_insert=True)
    record(
        appeal,
        Event.FILED,
        by=by,
        at=at,
        happened_at=filing.received_at,
        type=str(appeal.type),
        filed_by=str(filing.filed_by),
        urgency=str(appeal.urgency),
        late=appeal.late,
        authority=str(appeal.authority),
        **about,
    )
    source = str(_SOURCES[filing.channel])
    received_at = filing.received_at
    for title, file in files:
        attach(appeal, file, title=title, source=source, received_at=received_at, by=by, at=at)
    if appeal.about_payment and (filing.fast or filing.physician_says_fast):
        record(appeal, Event.NEVER_FAST, by=by, at=at, why=NEVER_FAST)
    if keep_clocks(appeal, at=at) is None:
        record(appeal, Event.NO_CLOCK, by=by, at=at, line_of_business=appeal.line_of_business)
    to_its_queue(appeal, outcome="", at=at)
    order_acknowledgement(appeal, by=by, at=at)


def _wish(filing: Filing, subject: Subject) -> Wish:
    return Wish(
        asked=filing.fast,
        physician_says=filing.physician_says_fast,
        first_was_fast=bool(subject.fast_because),
        about_payment=subject.payment is not None,
    )


def _why_fast(on_whose_word: FastBy, filing: Filing, subject: Subject) -> str:
    match on_whose_word:
        case FastBy.PHYSICIAN:
            physician = filing.filed_by is FiledBy.TREATING_PHYSICIAN
            by_whom = "The treating physician" if physician else "A physician"
            return f"{by_whom} says that waiting could do serious harm."
        case FastBy.ASKED:
            return filing.fast_because.strip()[:300] or "A fast answer was asked for."
        case _:
            return subject.fast_because
