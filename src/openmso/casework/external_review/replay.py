"""How an outside review stood at an instant."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.lines import Line, known_by
from openmso.office.timeline.replay import Stood, Value, as_they_started, every_deadline

from .domain.forum import Forum
from .domain.history import LOOKS, Standing, standing_of
from .queries import review_for

_URGENCY = "Whether it was urgent from the start is not in the history."


def as_it_stood(viewer: Actor, case_id: UUID, /, *, lines: Sequence[Line], at: datetime) -> Stood:
    """Tell how an outside review stood at `at`. Raises ReviewNotFound."""
    case = review_for(viewer, case_id)
    standing = standing_of(known_by(lines, at))
    if standing is None:
        return Stood(number=case.number, state="", member_id=case.member_id, looks=LOOKS)
    edition = case.request.criteria_edition
    return Stood(
        number=case.number,
        state=str(standing.state),
        told=(("Outside body", Forum(case.forum).label), *_told(standing)),
        criteria=str(edition) if edition else "",
        deadlines=as_they_started(every_deadline(case), lines=lines, at=at),
        not_told=(_URGENCY,) if standing.urgent is None else (),
        member_id=case.member_id,
        covered_on=case.request.service_from_on,
        papers_of=(case.id,),
        looks=LOOKS,
    )


def _told(standing: Standing) -> Sequence[tuple[str, Value]]:
    urgency = {True: "urgent", False: "not urgent", None: ""}[standing.urgent]
    papers = f"{standing.papers_here} of {standing.papers_needed} received"
    found: list[tuple[str, Value | None]] = [
        ("Urgency", urgency),
        ("Filed", standing.filed_at),
        ("Their number", standing.reference),
        ("Papers of the checklist", papers if standing.papers_needed else ""),
        ("Packet sent", standing.packet_sent_at),
        ("Ruling", standing.ruled),
        ("Authorization", standing.authorization),
    ]
    return [(label, value) for label, value in found if value]
