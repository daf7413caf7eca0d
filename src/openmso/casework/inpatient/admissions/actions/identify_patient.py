"""We find out whose stay it is."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ...post_stabilization.actions.identify_member import IdentifiedAlready
from ..domain.states import Act, State, after
from ..events import Event
from ..models import Admission
from ..patient import covered_patient
from ..steps.locking import in_house, keep
from ..steps.queues import to_its_queue
from ..steps.whose_stay import begin_for_member

_WHO = ("member", "coverage", "plan", "ipa", "line_of_business", "identified_at")


@action
def identify_patient(admission_id: UUID, member_id: UUID, *, by: Actor, at: datetime) -> Admission:
    """Say whose stay it is; without coverage on the day of admission it is not ours.

    Raises StayNotFound, IdentifiedAlready, MoveNotAllowed, NoSuchMember, NotAllowed.
    """
    by.require(Permission.STAY_FOLLOW)
    stay = in_house(admission_id, by=by)
    if stay.member_id is not None:
        raise IdentifiedAlready("The patient of this stay is identified already.")
    covered_patient(stay, member_id, at=at)
    if stay.coverage_id is None:
        stay.state = after(State(stay.state), Act.FIND_NOT_OURS)
        keep(stay, "state", *_WHO)
        record(stay, Event.NOT_OURS, by=by, at=at)
        close_all(stay, at=at)
    else:
        keep(stay, *_WHO)
        begin_for_member(stay, by=by, at=at)
    to_its_queue(stay, outcome="patient identified", at=at)
    return stay
