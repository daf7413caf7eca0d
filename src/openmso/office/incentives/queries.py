"""The programs of an office."""

from uuid import UUID

from openmso.office.access.actor import Actor

from .domain.screening import Side, Signed, Verdict, why_not_begin
from .models import IncentiveProgram
from .questions import questions


class ProgramNotFound(LookupError):
    """There is no such program in this office."""


def programs(viewer: Actor) -> list[IncentiveProgram]:
    """Return every program, the newest first, with its reviews. Two queries."""
    found = IncentiveProgram.objects.filter(tenant_id=viewer.tenant_id)
    return list(found.prefetch_related("reviews").order_by("-registered_at", "id"))


def program_for(viewer: Actor, program_id: UUID) -> IncentiveProgram:
    """Return one program with its reviews. Raises ProgramNotFound."""
    found = IncentiveProgram.objects.filter(tenant_id=viewer.tenant_id, id=program_id)
    program = found.prefetch_related("reviews").first()
    if program is None:
        raise ProgramNotFound("There is no such program.")
    return program


def reasons_against(program: IncentiveProgram) -> tuple[str, ...]:
    """Return why the program may not begin; empty when it may."""
    signed = [
        Signed(side=Side(one.side), by=one.signed_by_id, verdict=Verdict(one.verdict))
        for one in program.reviews.all()
    ]
    return why_not_begin(
        program.answers, questions(), signed, registered_by=program.registered_by_id
    )
