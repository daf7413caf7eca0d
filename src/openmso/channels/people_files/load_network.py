"""The first half of a load: organizations, practitioners and where they work."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from openmso.roster.providers.actions.add_to_network import (
    NewPractice,
    NewPractitioner,
    add_practices,
    add_practitioners,
)
from openmso.roster.providers.queries import npis_known, practices_by_source
from openmso.standards.fhir.elements import text_at

from .counts import Loaded
from .network import Role, is_provider, practice_from, practitioner_from, role_from
from .order import LoadOrder, batches, taken
from .refused import Refused


def load_network(order: LoadOrder, loaded: Loaded) -> dict[str, str]:
    """Load practices and practitioners; return the names of all organizations by their id."""
    names: dict[str, str] = {}

    def translate(organization: dict[str, Any]) -> NewPractice | None:
        names[text_at(organization, "id")] = text_at(organization, "name")
        return practice_from(organization) if is_provider(organization) else None

    read = taken(order, loaded, "Organization", translate)
    practice_ids = _load_practices(
        order, loaded, {each.source: each for _, each in read if each is not None}
    )
    _load_practitioners(order, loaded, practice_ids)
    return names


def _load_practices(
    order: LoadOrder, loaded: Loaded, practices: Mapping[str, NewPractice]
) -> dict[str, UUID]:
    """Add those we do not know; return our id of each by its source."""
    ids: dict[str, UUID] = {}
    for batch in batches(practices.values()):
        known = practices_by_source(order.by.tenant_id, [each.source for each in batch])
        new = [each for each in batch if each.source not in known]
        if new:
            add_practices(new, by=order.by, at=order.at)
        ids |= {each.source: each.id for each in new} | known
        loaded.practices.added += len(new)
        loaded.practices.known += len(known)
        order.progress("practices", len(ids))
    return ids


def _load_practitioners(order: LoadOrder, loaded: Loaded, practice_ids: Mapping[str, UUID]) -> None:
    roles: dict[str, list[Role]] = defaultdict(list)
    for _, role in taken(order, loaded, "PractitionerRole", role_from):
        roles[role.practitioner].append(role)

    def translate(practitioner: dict[str, Any]) -> NewPractitioner:
        return practitioner_from(
            practitioner,
            roles=roles.get(text_at(practitioner, "id"), []),
            practice_ids=practice_ids,
            ipa_id=order.ipa_id,
            on=order.on,
        )

    for batch in batches(taken(order, loaded, "Practitioner", translate)):
        _add_batch(order, loaded, batch)
        order.progress("practitioners", loaded.practitioners.added + loaded.practitioners.known)


def _add_batch(order: LoadOrder, loaded: Loaded, batch: list[tuple[str, NewPractitioner]]) -> None:
    known = npis_known(order.by.tenant_id, [person.npi for _, person in batch])
    new: dict[str, NewPractitioner] = {}
    for where, person in batch:
        if person.npi in known:
            loaded.practitioners.known += 1
        elif person.npi in new:
            why = "another practitioner in the file has the same NPI"
            loaded.refused.append(Refused(where, "Practitioner", why))
        else:
            new[person.npi] = person
    if new:
        add_practitioners(new.values(), by=order.by, at=order.at)
    loaded.practitioners.added += len(new)
