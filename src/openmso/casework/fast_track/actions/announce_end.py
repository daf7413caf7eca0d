"""The end of somebody's care is announced: the notice is owed, and the QIO can be asked."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..models import FastTrackCase
from ..steps.opening import Announced, open_case


@action
def announce_end(told: Announced, *, by: Actor, at: datetime) -> FastTrackCase:
    """Open the case and start its clocks; there is one open end of each care of a member.

    Raises NoFastTrack where no law gives this way, AnnouncedAlready, NotPossible, CaseNotFound,
    StayNotFound, RequestNotFound, MoveNotAllowed, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    return open_case(told, by=by, at=at)
