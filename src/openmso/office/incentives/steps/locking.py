"""Taking a program for a change."""

from uuid import UUID

from openmso.office.access.actor import Actor

from ..models import IncentiveProgram
from ..queries import ProgramNotFound


def locked_program(program_id: UUID, *, by: Actor) -> IncentiveProgram:
    """Return the program under a row lock until the action ends. Raises ProgramNotFound."""
    found = IncentiveProgram.objects.filter(tenant_id=by.tenant_id, id=program_id)
    program = found.select_for_update().first()
    if program is None:
        raise ProgramNotFound("There is no such program.")
    return program
