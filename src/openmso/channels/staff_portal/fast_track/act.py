"""One thing that can be done with care that ends: a form, and the action it carries out."""

from typing import ClassVar

from openmso.casework.fast_track.domain.states import Move, State, may
from openmso.casework.fast_track.models import FastTrackCase

from ..acting.received import ReceivedAct
from ..acting.versioned import VersionedAct


class Act(ReceivedAct[FastTrackCase], VersionedAct[FastTrackCase]):
    """`name` stands in the address, `move` is the one it makes."""

    name: ClassVar[str]
    back = "staff:fast_track_case"
    button = "Keep it"
    time_help = "For example 3:20 PM"
    move: ClassVar[Move | None] = None

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        """Tell whether the case allows it: unless said otherwise, when its move is open."""
        return cls.move is not None and may(State(case.state), cls.move)
