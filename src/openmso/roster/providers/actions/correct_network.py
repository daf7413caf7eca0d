"""Facts of practices and practitioners are set right."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.names import search_form, sort_form

from ..events import Event
from ..models import Practice, Practitioner

Fields = Mapping[str, Any]


@action
def correct_practice(practice_id: UUID, fields: Fields, *, by: Actor, at: datetime) -> Practice:
    """Set facts of a practice right; its timeline keeps what stood there before."""
    practice = Practice.objects.select_for_update().get(tenant_id=by.tenant_id, id=practice_id)
    before = {name: getattr(practice, name) for name in fields}
    for name, value in fields.items():
        setattr(practice, name, value)
    practice.save(update_fields=list(fields))
    record(practice, Event.PRACTICE_CORRECTED, by=by, at=at, before=before, after=dict(fields))
    return practice


@action
def correct_practitioner(
    practitioner_id: UUID, fields: Fields, *, by: Actor, at: datetime
) -> Practitioner:
    """Set facts of a practitioner right; the timeline names what was changed.

    Values that are protected, such as a license number, do not stand on the timeline.
    """
    person = Practitioner.objects.select_for_update().get(
        tenant_id=by.tenant_id, id=practitioner_id
    )
    told = [name for name in fields if name not in Practitioner.Privacy.protected]
    before = {name: getattr(person, name) for name in told}
    for name, value in fields.items():
        setattr(person, name, value)
    person.sort_key = sort_form(person.family_name, person.given_name)
    person.search_name = search_form(person.family_name)
    person.save(update_fields=[*fields, "sort_key", "search_name"])
    record(
        person,
        Event.PRACTITIONER_CORRECTED,
        by=by,
        at=at,
        changed=sorted(fields),
        before=before,
        after={name: fields[name] for name in told},
    )
    return person
