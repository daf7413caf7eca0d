"""The patient leaves the hospital, with what they were told and who sees them next."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.letters.fields import StayNews
from openmso.office.timeline.action import action, record
from openmso.roster.providers.models import Hospital

from ...post_stabilization.actions.end_responsibility import end_responsibility
from ...post_stabilization.domain.responsibility import EndReason
from ...post_stabilization.domain.states import WITH_THE_PLAN
from ...post_stabilization.domain.states import State as NightState
from ..domain.states import Act, DischargedTo, State, after
from ..domain.stay import Move, MoveKind, Part
from ..events import Event
from ..models import Admission
from ..steps.keeping_moves import add_move
from ..steps.locking import in_house, keep
from ..steps.queues import to_its_queue
from ..steps.telling_pcp import tell_pcp


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharge:
    """`left_at` carries a zone. `instructions` is what the patient was told to do."""

    left_at: datetime
    to: DischargedTo
    instructions: str = ""
    follow_up_with: str = ""
    follow_up_on: date | None = None


@action
def discharge(
    admission_id: UUID, gone: Discharge, *, by: Actor, at: datetime, version: int | None = None
) -> Admission:
    """Record the discharge and tell the PCP; the plan's responsibility of the night ends with it.

    Raises StayNotFound, MoveNotAllowed, ChangedMeanwhile, NotAllowed, StayNotPossible.
    """
    by.require(Permission.STAY_FOLLOW)
    stay = in_house(admission_id, by=by, version=version)
    parts = add_move(stay, Move(at=gone.left_at, kind=MoveKind.DISCHARGE), at=at)
    stay.state = after(State(stay.state), Act.DISCHARGE)
    stay.discharged_at, stay.discharged_to = gone.left_at, gone.to
    stay.instructions, stay.follow_up_with = gone.instructions, gone.follow_up_with
    stay.follow_up_on = gone.follow_up_on
    keep(
        stay,
        *("state", "discharged_at", "discharged_to"),
        *("instructions", "follow_up_with", "follow_up_on"),
    )
    record(stay, Event.DISCHARGED, by=by, at=at, happened_at=gone.left_at, went=str(gone.to))
    to_its_queue(stay, outcome="discharged", at=at)
    tell_pcp(
        stay,
        StayNews.DISCHARGED,
        happened_at=gone.left_at,
        hospital=_last_hospital(stay, parts),
        by=by,
        at=at,
    )
    _end_the_night(stay, gone.left_at, by=by, at=at)
    return stay


def _last_hospital(stay: Admission, parts: tuple[Part, ...]) -> Hospital:
    last = parts[-1].place
    if last == stay.hospital_id:
        return stay.hospital
    return Hospital.objects.get(tenant_id=stay.tenant_id, id=last)


def _end_the_night(stay: Admission, left_at: datetime, *, by: Actor, at: datetime) -> None:
    """One of the four ends of the plan's responsibility is that the patient goes home."""
    night = stay.night
    if night is not None and NightState(night.state) in WITH_THE_PLAN:
        end_responsibility(night.id, EndReason.DISCHARGED, happened_at=left_at, by=by, at=at)
