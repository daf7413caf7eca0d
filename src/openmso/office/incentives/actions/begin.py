"""A program begins, once nothing stands against it; and ends."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.screening import State
from ..events import Event
from ..models import IncentiveProgram
from ..queries import reasons_against
from ..steps.locking import locked_program


class NotToBegin(ValueError):
    """The program may not begin, or end. `reasons` are sentences for the person who asked."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@action
def begin(program_id: UUID, *, by: Actor, at: datetime) -> IncentiveProgram:
    """Let the program begin. Raises ProgramNotFound, NotToBegin with every reason."""
    by.require(Permission.INCENTIVE_REGISTER)
    program = locked_program(program_id, by=by)
    if program.state != State.REGISTERED:
        raise NotToBegin((f"This program is {program.get_state_display()}.",))
    if reasons := reasons_against(program):
        raise NotToBegin(reasons)
    program.state, program.activated_at = State.ACTIVE, at
    program.save(update_fields=["state", "activated_at"])
    record(program, Event.ACTIVATED, by=by, at=at)
    return program


@action
def end(program_id: UUID, *, by: Actor, at: datetime) -> IncentiveProgram:
    """End a program that runs. Raises ProgramNotFound, NotToBegin."""
    by.require(Permission.INCENTIVE_REGISTER)
    program = locked_program(program_id, by=by)
    if program.state != State.ACTIVE:
        raise NotToBegin((f"This program is {program.get_state_display()}.",))
    program.state, program.ended_at = State.ENDED, at
    program.save(update_fields=["state", "ended_at"])
    record(program, Event.ENDED, by=by, at=at)
    return program
