"""One side signs what the program does: it may begin, or it must not."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.credentials import credentials_of
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action, record

from ..domain.screening import Side, State, Verdict, forbidden_effects
from ..events import Event
from ..models import IncentiveProgram, IncentiveReview
from ..questions import questions
from ..steps.locking import locked_program

_MAY_SIGN = {
    Side.MEDICAL: Permission.INCENTIVE_REVIEW_MEDICAL,
    Side.COMPLIANCE: Permission.INCENTIVE_REVIEW_COMPLIANCE,
}


class NotToBeSigned(ValueError):
    """This cannot be signed. The sentence is written for the person who would."""


@action
def review(
    program_id: UUID, side: Side, verdict: Verdict, *, words: str, by: Actor, at: datetime
) -> IncentiveProgram:
    """Sign for one side. A no refuses the program for good. Raises ProgramNotFound, NotToBeSigned.

    The medical side takes a licensed physician whose attestation is current.
    """
    by.require(_MAY_SIGN[side])
    if by.id is None:
        raise NotAllowed("Only a person signs.")
    program = locked_program(program_id, by=by)
    _require_signable(program, side, verdict, words=words, by=by, at=at)
    IncentiveReview.objects.create(
        tenant_id=by.tenant_id,
        program=program,
        side=side,
        verdict=verdict,
        words=words.strip(),
        signed_by_id=by.id,
        signed_by_name=by.name,
        signed_at=at,
    )
    record(program, Event.REVIEWED, by=by, at=at, kind=str(side), answer=str(verdict))
    if verdict is Verdict.MUST_NOT:
        program.state = State.REFUSED
        program.save(update_fields=["state"])
        record(program, Event.REFUSED, by=by, at=at)
    return program


def _require_signable(
    program: IncentiveProgram, side: Side, verdict: Verdict, *, words: str, by: Actor, at: datetime
) -> None:
    if by.id is None:
        raise NotAllowed("Only a person signs.")
    if program.state != State.REGISTERED:
        raise NotToBeSigned(f"This program is {program.get_state_display()}.")
    if not words.strip():
        raise NotToBeSigned("Write what you looked at and what you found.")
    if by.id == program.registered_by_id:
        raise NotToBeSigned("Whoever registered a program cannot sign for it.")
    if (
        program.reviews.filter(side=side).exists()
        or program.reviews.filter(signed_by_id=by.id).exists()
    ):
        raise NotToBeSigned("This side has signed, or you have signed for the other one.")
    if verdict is Verdict.MAY_BEGIN and forbidden_effects(program.answers, questions()):
        raise NotToBeSigned("It does what no program may do. You can only sign that it must not.")
    if side is Side.MEDICAL:
        _require_physician(by, at=at)


def _require_physician(by: Actor, *, at: datetime) -> None:
    if by.id is None:
        raise NotAllowed("Only a person signs.")
    on = office_calendar(by.tenant_id).local(at).date()
    credentials = credentials_of(by.tenant_id, by.id, on=on)
    if tenant_by_id(by.tenant_id).state not in credentials.physician_licensed_in:
        raise NotToBeSigned("Only a physician licensed in this state signs the medical side.")
    if not credentials.has_current_attestation:
        raise NotToBeSigned("Sign your attestation first.")
