"""One thing that the desk can do with a grievance: a form, and the action it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.casework.grievances.domain.states import MOVES, Move, State
from openmso.casework.grievances.models import Grievance
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from ..received import ReceivedForm


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(ReceivedForm, metaclass=_ActMeta):
    """One thing that can be done with a grievance. `move` must be open from its state.

    Acts without a time drop the two time fields.
    """

    name: ClassVar[str]
    permission: ClassVar[Permission] = Permission.GRIEVANCE_FILE
    move: ClassVar[Move] = Move.WORK_ON
    title: ClassVar[str]
    button: ClassVar[str]
    before: ClassVar[str] = ""
    has_time: ClassVar[bool] = False

    def __init__(
        self,
        data: Any = None,
        *,
        grievance: Grievance,
        viewer: Actor,
        zone: ZoneInfo,
        at: datetime,
        **more: Any,
    ) -> None:
        self.grievance, self.viewer = grievance, viewer
        super().__init__(data, zone=zone, at=at, **more)
        if not self.has_time:
            del self.fields["received_on"], self.fields["received_time"]

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        """Tell whether the grievance's state allows it."""
        return (State(grievance.state), cls.move) in MOVES

    @classmethod
    def is_offered_for(cls, grievance: Grievance) -> bool:
        """Tell whether the page of the grievance offers it."""
        return cls.is_open_for(grievance)

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""
