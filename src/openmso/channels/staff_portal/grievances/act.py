"""One thing that the desk can do with a grievance: a form, and the action it carries out."""

from typing import ClassVar

from openmso.casework.grievances.domain.states import MOVES, Move, State
from openmso.casework.grievances.models import Grievance
from openmso.office.access.permissions import Permission

from ..acting.received import ReceivedAct


class Act(ReceivedAct[Grievance]):
    """One thing that can be done with a grievance. `move` must be open from its state."""

    called = "grievance"
    back = "staff:grievance"
    name: ClassVar[str]
    permission: ClassVar[Permission] = Permission.GRIEVANCE_FILE
    move: ClassVar[Move] = Move.WORK_ON

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        """Tell whether the grievance's state allows it."""
        return (State(grievance.state), cls.move) in MOVES

    @classmethod
    def is_offered_for(cls, grievance: Grievance) -> bool:
        """Tell whether the page of the grievance offers it."""
        return cls.is_open_for(grievance)
