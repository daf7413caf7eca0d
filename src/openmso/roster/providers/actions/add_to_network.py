"""Write practices and practitioners into the network."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.npi import parse_npi
from openmso.standards.identifiers.row_id import new_id
from openmso.standards.names import search_form, sort_form

from ..events import Event
from ..models import NetworkMembership, Placement, Practice, Practitioner

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPractice:
    id: UUID = field(default_factory=new_id)
    name: str
    npi: str = ""
    address_line: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    phone: str = ""
    fax: str = ""
    languages: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlacement:
    """Works at a practice from `from_on`; `until_on` is the first day without."""

    practice_id: UUID
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNetwork:
    """Belongs to an IPA's network from `from_on`; `until_on` is the first day out."""

    ipa_id: UUID
    primary_care: bool
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPractitioner:
    id: UUID = field(default_factory=new_id)
    npi: str
    given_name: str
    family_name: str
    title: str = ""
    specialty_code: str = ""
    specialty: str = ""
    licence_state: str = ""
    licence_number: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    source: str = ""
    placements: tuple[NewPlacement, ...] = ()
    networks: tuple[NewNetwork, ...] = ()


@action
def add_practices(practices: Iterable[NewPractice], *, by: Actor, at: datetime) -> list[Practice]:
    """Write practices, each with a line on its timeline."""
    rows = [
        Practice(
            id=practice.id,
            tenant_id=by.tenant_id,
            name=practice.name,
            npi=parse_npi(practice.npi) if practice.npi else "",
            address_line=practice.address_line,
            city=practice.city,
            state=practice.state,
            postal_code=practice.postal_code,
            phone=practice.phone,
            fax=practice.fax,
            languages=list(practice.languages),
            source=practice.source,
        )
        for practice in practices
    ]
    Practice.objects.bulk_create(rows, batch_size=_AT_ONCE)
    for row in rows:
        record(row, Event.PRACTICE_ADDED, by=by, at=at)
    return rows


@action
def add_practitioners(
    practitioners: Iterable[NewPractitioner], *, by: Actor, at: datetime
) -> list[Practitioner]:
    """Write practitioners with their places and networks. Raises NpiNotValid for a wrong NPI."""
    arrived = list(practitioners)
    rows = [_row(person, by.tenant_id) for person in arrived]
    Practitioner.objects.bulk_create(rows, batch_size=_AT_ONCE)
    Placement.objects.bulk_create(
        [
            Placement(
                tenant_id=by.tenant_id,
                practitioner_id=person.id,
                practice_id=place.practice_id,
                from_on=place.from_on,
                until_on=place.until_on,
            )
            for person in arrived
            for place in person.placements
        ],
        batch_size=_AT_ONCE,
    )
    NetworkMembership.objects.bulk_create(
        [
            NetworkMembership(
                tenant_id=by.tenant_id,
                practitioner_id=person.id,
                ipa_id=network.ipa_id,
                primary_care=network.primary_care,
                from_on=network.from_on,
                until_on=network.until_on,
            )
            for person in arrived
            for network in person.networks
        ],
        batch_size=_AT_ONCE,
    )
    for row in rows:
        record(row, Event.PRACTITIONER_ADDED, by=by, at=at, npi=row.npi)
    return rows


def _row(person: NewPractitioner, tenant_id: UUID) -> Practitioner:
    return Practitioner(
        id=person.id,
        tenant_id=tenant_id,
        npi=parse_npi(person.npi),
        given_name=person.given_name,
        family_name=person.family_name,
        title=person.title,
        sort_key=sort_form(person.family_name, person.given_name),
        search_name=search_form(person.family_name),
        specialty_code=person.specialty_code,
        specialty=person.specialty,
        licence_state=person.licence_state,
        licence_number=person.licence_number,
        phone=person.phone,
        languages=list(person.languages),
        source=person.source,
    )
