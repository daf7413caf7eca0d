"""Somebody asks us to change a decision: by whichever way, the clock starts at receipt.

Nothing a sender leaves out keeps an appeal from being filed. What came late, or without the paper
of a representative, is worked on like any other and a person settles that point.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.states import REFUSED
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.queries import decisions_of, request_for
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record

from ..appealable import can_be_appealed, is_in_the_way
from ..clock_keeping import keep_clocks
from ..domain.filing import Channel, Filing, require_possible, window_of
from ..domain.states import OPEN, State
from ..domain.types import Authority, FiledBy, authority_of, type_of
from ..events import Event
from ..letters import order_acknowledgement
from ..models import Appeal
from ..steps.queues import to_its_queue
from ..steps.sent_before import sent_before

_FILERS = (Permission.APPEAL_FILE, Permission.PRACTICE_APPEAL, Permission.MEMBER_APPEAL)
_SOURCES = {
    Channel.PORTAL: Document.Source.PORTAL,
    Channel.MEMBER: Document.Source.MEMBER,
    Channel.PHONE: Document.Source.PHONE,
    Channel.FAX: Document.Source.FAX,
    Channel.MAIL: Document.Source.MAIL,
    Channel.IN_PERSON: Document.Source.MAIL,
}


class NothingToAppeal(ValueError):
    """There is no no on this request that could be appealed. The sentence is for a person."""


class AppealedAlready(ValueError):
    """An appeal against this decision is open. `number` is its number."""

    def __init__(self, number: str) -> None:
        super().__init__(f"An appeal is open already: {number}. Add papers to it.")
        self.number = number


@action
def file_appeal(
    filing: Filing,
    *,
    files: Sequence[tuple[str, Inspected]] = (),
    by: Actor,
    at: datetime,
) -> Appeal:
    """Open an appeal against the newest no of a request; the same form twice is one appeal.

    Raises RequestNotFound, NotPossible, NothingToAppeal, AppealedAlready, SameKeyOtherContent.
    """
    if not any(by.may(one) for one in _FILERS):
        raise NotAllowed(f"{by.name} may not file an appeal.")
    require_possible(filing, at=at)
    if (before := sent_before(filing, by=by, at=at)) is not None:
        return before
    request = request_for(by, filing.request_id)
    decision = _appealed(request)
    appeal = _row(filing, request, decision, by=by, at=at)
    _refuse_second(request)
    appeal.save(force_insert=True)
    record(
        appeal,
        Event.FILED,
        by=by,
        at=at,
        happened_at=filing.received_at,
        request=request.number,
        type=str(appeal.type),
        filed_by=str(filing.filed_by),
        urgency=str(appeal.urgency),
        late=appeal.late,
        authority=str(appeal.authority),
    )
    source = str(_SOURCES[filing.channel])
    for title, file in files:
        attach(
            appeal,
            file,
            title=title,
            source=source,
            received_at=filing.received_at,
            by=by,
            at=at,
        )
    if keep_clocks(appeal, at=at) is None:
        record(appeal, Event.NO_CLOCK, by=by, at=at, line_of_business=appeal.line_of_business)
    to_its_queue(appeal, outcome="", at=at)
    order_acknowledgement(appeal, by=by, at=at)
    return appeal


def _appealed(request: AuthorizationRequest) -> Decision | None:
    """Return the no; None where silence counts as one. Raises NothingToAppeal."""
    if not request.line_of_business:
        raise NothingToAppeal("No plan of ours covers this request, so nobody said no.")
    if not can_be_appealed(request):
        raise NothingToAppeal("Nothing of this request was refused.")
    if request.state not in REFUSED:
        return None
    return next(one for one in decisions_of(request) if one.ground)


def _refuse_second(request: AuthorizationRequest) -> None:
    # Held until the transaction ends: two people who file at once are told of each other.
    AuthorizationRequest.objects.select_for_update().filter(
        tenant_id=request.tenant_id, id=request.id
    ).values_list("id", flat=True).get()
    for other in Appeal.objects.filter(tenant_id=request.tenant_id, request_id=request.id):
        if other.state in OPEN:
            raise AppealedAlready(other.number)
        if is_in_the_way(other, request):
            raise NothingToAppeal(
                f"We answered this already, under {other.number}. That letter says who looks next."
            )


def _row(
    filing: Filing,
    request: AuthorizationRequest,
    decision: Decision | None,
    *,
    by: Actor,
    at: datetime,
) -> Appeal:
    office = office_calendar(by.tenant_id)
    told_at = decision.decided_at if decision else request.silence_at or filing.received_at
    told_on = decision.decided_on if decision else office.local(told_at).date()
    line = request.line_of_business
    window = window_of(line, told_on=told_on, book=rulebook(), office=office)
    authority = authority_of(line, filing.filed_by, shown=filing.authority_shown)
    fast = filing.fast or filing.physician_says_fast or request.urgency == Urgency.EXPEDITED
    return Appeal(
        tenant_id=by.tenant_id,
        number=readable_number("AP", office.local(filing.received_at).date(), secrets.choice),
        client_key=filing.client_key,
        fingerprint=filing.fingerprint(),
        state=State.OPEN,
        type=type_of(line, is_drug=request.is_drug),
        request=request,
        decision=decision,
        told_on=told_on,
        member=request.member,
        plan=request.plan,
        ipa=request.ipa,
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
        urgency_why=_why_fast(filing, request) if fast else "",
        late=window.is_late(filing.received_at),
        good_cause=filing.good_cause.strip(),
    )


def _why_fast(filing: Filing, request: AuthorizationRequest) -> str:
    if filing.physician_says_fast:
        physician = filing.filed_by is FiledBy.TREATING_PHYSICIAN
        by_whom = "The treating physician" if physician else "A physician"
        return f"{by_whom} says that waiting could do serious harm."
    if filing.fast:
        return filing.fast_because.strip()[:300] or "A fast answer was asked for."
    return f"Request {request.number} was handled fast."
