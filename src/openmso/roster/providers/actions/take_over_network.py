"""A set of sheets about the network is taken over: all of it, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from .add_to_network import (
    NewNetwork,
    NewPlacement,
    NewPractice,
    NewPractitioner,
    add_practices,
    add_practitioners,
)
from .come_and_go import end_placements, join_networks, leave_networks, place
from .correct_network import Fields, correct_practice, correct_practitioner


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkChanges:
    """Everything one set of sheets changes.

    Corrections are the fields of a row that read otherwise now; placements and memberships come
    with the id of their practitioner; ends, by row, are first days without the row.
    """

    practices: tuple[NewPractice, ...] = ()
    corrected_practices: Mapping[UUID, Fields] = field(default_factory=dict)
    practitioners: tuple[NewPractitioner, ...] = ()
    corrected_practitioners: Mapping[UUID, Fields] = field(default_factory=dict)
    placements: tuple[tuple[UUID, NewPlacement], ...] = ()
    ended_placements: Mapping[UUID, date] = field(default_factory=dict)
    memberships: tuple[tuple[UUID, NewNetwork], ...] = ()
    ended_memberships: Mapping[UUID, date] = field(default_factory=dict)


@action
def take_over_network(changes: NetworkChanges, *, by: Actor, at: datetime) -> None:
    """Write all of it or nothing. Call it with something to write."""
    if changes.practices:
        add_practices(changes.practices, by=by, at=at)
    for practice_id, fields in changes.corrected_practices.items():
        correct_practice(practice_id, fields, by=by, at=at)
    if changes.practitioners:
        add_practitioners(changes.practitioners, by=by, at=at)
    for practitioner_id, fields in changes.corrected_practitioners.items():
        correct_practitioner(practitioner_id, fields, by=by, at=at)
    if changes.ended_placements:
        end_placements(changes.ended_placements, by=by, at=at)
    if changes.placements:
        place(changes.placements, by=by, at=at)
    if changes.ended_memberships:
        leave_networks(changes.ended_memberships, by=by, at=at)
    if changes.memberships:
        join_networks(changes.memberships, by=by, at=at)
