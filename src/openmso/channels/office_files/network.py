"""Load the network: compare the sheets with what the office has, hand the rest to one action."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from openmso.roster.plans.models import Ipa
from openmso.roster.providers.actions.add_to_network import (
    NewNetwork,
    NewPlacement,
    NewPractice,
    NewPractitioner,
)
from openmso.roster.providers.actions.take_over_network import NetworkChanges, take_over_network
from openmso.roster.providers.models import Practice, Practitioner

from . import network_sheets as sheets
from .network_compared import compare, settle_memberships, settle_placements
from .outcome import LoadOrder, Outcome, one_load_at_a_time
from .rows import Taken, all_known, each_once, taken
from .sheet import Sheet
from .sheets_of_a_folder import read_sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Everything the sheets say."""

    practices: list[Taken[sheets.PracticeRow]]
    practitioners: list[Taken[sheets.PractitionerRow]]
    placements: list[Taken[sheets.PlacementRow]]
    memberships: list[Taken[sheets.MembershipRow]]


def load_network(place: Path, order: LoadOrder) -> Outcome:
    """Take over the sheets at `place`, a folder or one of them. With any fault nothing is written.

    Raises NoSheet when there is nothing to read.
    """
    found = read_sheets(place, sheets.SHEETS)
    outcome = Outcome()
    said = _said(found, outcome)
    with one_load_at_a_time(order.tenant_id):
        order.progress("comparing the network")
        changes = _compared(said, order.tenant_id, outcome)
        if outcome.may_be_written(order):
            order.progress("writing the network", outcome.changes)
            take_over_network(changes, by=order.by, at=order.at)
    return outcome


def _said(found: Mapping[str, Sheet], outcome: Outcome) -> _Said:
    said = _Said(
        practices=taken(found[sheets.PRACTICES], sheets.practice_row, outcome),
        practitioners=taken(found[sheets.PRACTITIONERS], sheets.practitioner_row, outcome),
        placements=taken(found[sheets.PLACEMENTS], sheets.placement_row, outcome),
        memberships=taken(found[sheets.MEMBERSHIPS], sheets.membership_row, outcome),
    )
    each_once(said.practices, "key", lambda row: row.key, outcome)
    each_once(said.practitioners, "npi", lambda row: row.npi, outcome)
    return said


def _compared(said: _Said, tenant_id: UUID, outcome: Outcome) -> NetworkChanges:
    practices = compare(
        "practices",
        {each.row.key: each.row.facts for each in said.practices},
        {
            practice.source: practice
            for practice in Practice.objects.filter(tenant_id=tenant_id).exclude(source="")
        },
        outcome,
    )
    people = compare(
        "practitioners",
        {each.row.npi: each.row.facts for each in said.practitioners},
        {person.npi: person for person in Practitioner.objects.filter(tenant_id=tenant_id)},
        outcome,
    )
    ipa_ids = dict(Ipa.objects.filter(tenant_id=tenant_id).values_list("key", "id"))
    # A row that could not be read has its own fault; what names it is not wrong besides.
    if not outcome.faults:
        all_known(said.placements, "practitioner", lambda row: row.npi, people.ids, outcome)
        all_known(said.placements, "practice", lambda row: row.practice, practices.ids, outcome)
        all_known(said.memberships, "practitioner", lambda row: row.npi, people.ids, outcome)
        all_known(said.memberships, "IPA", lambda row: row.ipa, ipa_ids, outcome)
    placements = settle_placements(said.placements, tenant_id, outcome)
    memberships = settle_memberships(said.memberships, tenant_id, outcome)
    if outcome.faults:
        return NetworkChanges()
    return NetworkChanges(
        practices=tuple(
            NewPractice(id=practices.ids[key], source=key, **_tupled(facts))
            for key, facts in practices.new.items()
        ),
        corrected_practices=practices.corrected,
        practitioners=tuple(
            NewPractitioner(id=people.ids[npi], npi=npi, **_tupled(facts))
            for npi, facts in people.new.items()
        ),
        corrected_practitioners=people.corrected,
        placements=tuple(
            (
                people.ids[each.row.npi],
                NewPlacement(
                    practice_id=practices.ids[each.row.practice],
                    from_on=each.row.from_on,
                    until_on=placements.new[each.line],
                ),
            )
            for each in said.placements
            if each.line in placements.new
        ),
        ended_placements=placements.ended,
        memberships=tuple(
            (
                people.ids[each.row.npi],
                NewNetwork(
                    ipa_id=ipa_ids[each.row.ipa],
                    primary_care=each.row.primary_care,
                    from_on=each.row.from_on,
                    until_on=memberships.new[each.line],
                ),
            )
            for each in said.memberships
            if each.line in memberships.new
        ),
        ended_memberships=memberships.ended,
    )


def _tupled(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(to) if isinstance(to, list) else to for name, to in facts.items()}
