"""What the sheets of the network would change of the network an office has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from openmso.roster.providers.models import (
    NetworkMembership,
    Placement,
    Practice,
    Practitioner,
)
from openmso.standards.identifiers.row_id import new_id

from .dated import Settled, Stored
from .network_sheets import MembershipRow, PlacementRow
from .outcome import Outcome
from .rows import Taken, settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`ids` are the ids of all that are known now, by key or NPI; `new` those that come in,
    `corrected` the facts of known ones that read otherwise now."""

    ids: Mapping[str, UUID]
    new: Mapping[str, Mapping[str, Any]]
    corrected: Mapping[UUID, Mapping[str, Any]]


def compare(
    kind: str,
    said: Mapping[str, Mapping[str, Any]],
    there: Mapping[str, Practice] | Mapping[str, Practitioner],
    outcome: Outcome,
) -> Compared:
    """Compare facts, by key or NPI, with the rows the office has."""
    new = {name: facts for name, facts in said.items() if name not in there}
    corrected = {
        there[name].id: other
        for name, facts in said.items()
        if name in there
        and (other := {fact: to for fact, to in facts.items() if getattr(there[name], fact) != to})
    }
    counted = outcome.counted(kind)
    counted.added, counted.corrected = len(new), len(corrected)
    counted.known = len(said) - len(new) - len(corrected)
    ids = {name: row.id for name, row in there.items()} | {name: new_id() for name in new}
    return Compared(ids=ids, new=new, corrected=corrected)


def settle_placements(
    rows: Iterable[Taken[PlacementRow]], tenant_id: UUID, outcome: Outcome
) -> Settled:
    """Compare placements with the stored ones: a practitioner at a practice is one track."""
    stored = Placement.objects.filter(tenant_id=tenant_id).values_list(
        "id", "practitioner__npi", "practice__source", "from_on", "until_on"
    )
    return settled(
        "placements",
        rows,
        [
            Stored(id=id_, track=(npi, practice), from_on=from_on, until_on=until_on, says=None)
            for id_, npi, practice, from_on, until_on in stored
        ],
        track=lambda row: (row.npi, row.practice),
        says=lambda _: None,
        outcome=outcome,
    )


def settle_memberships(
    rows: Iterable[Taken[MembershipRow]], tenant_id: UUID, outcome: Outcome
) -> Settled:
    """Compare memberships with the stored ones: a practitioner in an IPA's network is one track."""
    stored = NetworkMembership.objects.filter(tenant_id=tenant_id).select_related(
        "practitioner", "ipa"
    )
    return settled(
        "network memberships",
        rows,
        [
            Stored(
                id=each.id,
                track=(each.practitioner.npi, each.ipa.key),
                from_on=each.from_on,
                until_on=each.until_on,
                says=each.primary_care,
            )
            for each in stored
        ],
        track=lambda row: (row.npi, row.ipa),
        says=lambda row: row.primary_care,
        outcome=outcome,
    )
