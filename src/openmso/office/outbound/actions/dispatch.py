"""One sending is ordered, and the gate records the proof of it, or why it failed."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.disclosures.models import Disclosure
from openmso.office.new_rows import add_rows
from openmso.office.statement import statement
from openmso.office.timeline.action import Recorded, action, record

from ..events import FAILED, ORDERED, PUBLISHED, SENT, SENT_ALREADY
from ..models import Dispatch
from ..piece import FinishedLetter


@action
def order_dispatch(
    case: Recorded,
    letter: FinishedLetter,
    *,
    fax: str,
    way: str,
    counts_as_notice: bool,
    by: Actor,
    at: datetime,
) -> Dispatch:
    """Order one sending. The same letter to the same receiver by the same way is ordered once."""
    before = _ordered_before(case.tenant_id, letter.letter_id, letter.receiver_id, way)
    dispatch = before[0] if before else _new(case, letter, fax, way, counts_as_notice, at)
    record(
        case,
        ORDERED,
        by=by,
        at=at,
        letter=str(letter.letter_id),
        dispatch=str(dispatch.id),
        what=letter.what,
        way=way,
        to=letter.receiver_kind,
        format=dispatch.letter_format,
    )
    return dispatch


def _new(
    case: Recorded,
    letter: FinishedLetter,
    fax: str,
    way: str,
    counts_as_notice: bool,
    at: datetime,
) -> Dispatch:
    dispatch = Dispatch(
        tenant_id=case.tenant_id,
        letter_id=letter.letter_id,
        receiver_id=letter.receiver_id,
        way=way,
        case_kind=case.case_kind,
        case_id=case.id,
        what=letter.what,
        file_name=letter.file_name,
        content_sha256=letter.content_sha256,
        about_member_id=letter.about_member_id,
        receiver_kind=letter.receiver_kind,
        receiver_name=letter.receiver_name,
        address={"lines": list(letter.postal_lines), "fax": fax},
        language=letter.language,
        letter_format=letter.letter_format,
        counts_as_notice=counts_as_notice,
        ordered_at=at,
    )
    add_rows([dispatch])
    return dispatch


@statement
def _ordered_before(
    tenant_id: UUID, letter_id: UUID, receiver_id: UUID, way: str
) -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(
        tenant_id=tenant_id, letter_id=letter_id, receiver_id=receiver_id, way=way
    )


@action
def record_sent(
    case: Recorded, dispatch_id: UUID, *, proof: str, by: Actor, at: datetime
) -> Dispatch:
    """Keep the proof of sending: it stops the notice clock and enters the disclosure ledger.

    The second call for one sending changes nothing but the timeline. A portal copy of a letter
    that also travels on paper is recorded as published, which stops no clock.
    """
    [dispatch] = _locked(case.tenant_id, dispatch_id)
    if dispatch.state == Dispatch.State.SENT:
        record(case, SENT_ALREADY, by=by, at=at, letter=str(dispatch.letter_id), way=dispatch.way)
        return dispatch
    dispatch.state, dispatch.sent_at = Dispatch.State.SENT, at
    dispatch.proof, dispatch.problem = proof, ""
    dispatch.save(update_fields=["state", "sent_at", "proof", "problem"])
    disclosure = Disclosure(
        tenant_id=case.tenant_id,
        about_member_id=dispatch.about_member_id,
        case_kind=case.case_kind,
        case_id=case.id,
        what=dispatch.what,
        purpose="payment_and_operations",
        receiver_kind=dispatch.receiver_kind,
        receiver_id=dispatch.receiver_id,
        receiver_name=dispatch.receiver_name,
        way=dispatch.way,
        at=at,
    )
    add_rows([disclosure])
    record(
        case,
        SENT if dispatch.counts_as_notice else PUBLISHED,
        by=by,
        at=at,
        letter=str(dispatch.letter_id),
        what=dispatch.what,
        to=dispatch.receiver_kind,
        way=dispatch.way,
        proof=proof,
    )
    return dispatch


@statement
def _locked(tenant_id: UUID, dispatch_id: UUID) -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(tenant_id=tenant_id, id=dispatch_id).select_for_update()


@action
def record_failed(
    case: Recorded, dispatch_id: UUID, *, problem: str, by: Actor, at: datetime
) -> None:
    """Keep why it could not be sent; the job tries again. A sent one stays sent."""
    Dispatch.objects.filter(tenant_id=case.tenant_id, id=dispatch_id).exclude(
        state=Dispatch.State.SENT
    ).update(state=Dispatch.State.FAILED, problem=problem[:200])
    record(case, FAILED, by=by, at=at, dispatch=str(dispatch_id))
