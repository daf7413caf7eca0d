"""Somebody asks us to change a decision: by whichever way, the clock starts at receipt.

Nothing a sender leaves out keeps an appeal from being filed. What came late, or without the paper
of a representative, is worked on like any other and a person settles that point.
"""

from collections.abc import Sequence
from datetime import datetime

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.states import REFUSED
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.queries import decisions_of, request_for
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action

from ..appealable import can_be_appealed, is_in_the_way
from ..domain.filing import Filing
from ..domain.states import OPEN
from ..models import Appeal
from ..steps.sent_before import sent_before
from ..steps.taking_in import Subject, new_appeal, require_filing, take_in


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
    require_filing(filing, by=by, at=at)
    if (before := sent_before(filing, by=by, at=at)) is not None:
        return before
    if filing.request_id is None:
        raise ValueError("this appeal names no request: see file_payment_appeal")
    request = request_for(by, filing.request_id)
    decision = _appealed(request)
    subject = _subject(filing, request, decision, by=by)
    appeal = new_appeal(filing, subject, by=by, at=at)
    _refuse_second(request)
    take_in(appeal, filing, files, by=by, at=at, request=request.number)
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


def _subject(
    filing: Filing, request: AuthorizationRequest, decision: Decision | None, *, by: Actor
) -> Subject:
    office = office_calendar(by.tenant_id)
    told_at = decision.decided_at if decision else request.silence_at or filing.received_at
    fast = request.urgency == Urgency.EXPEDITED
    return Subject(
        request=request,
        decision=decision,
        told_on=decision.decided_on if decision else office.local(told_at).date(),
        member=request.member,
        plan=request.plan,
        ipa=request.ipa,
        line_of_business=request.line_of_business,
        is_drug=request.is_drug,
        fast_because=f"Request {request.number} was handled fast." if fast else "",
    )
