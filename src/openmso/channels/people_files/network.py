"""FHIR Organization, Practitioner and PractitionerRole become practices and practitioners."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from openmso.roster.providers.actions.add_to_network import (
    NewNetwork,
    NewPlacement,
    NewPractice,
    NewPractitioner,
)
from openmso.standards.codes.specialties import PRIMARY_CARE, specialty_code, specialty_name
from openmso.standards.codes.us_states import state_code
from openmso.standards.fhir.elements import (
    Resource,
    given_names,
    identifier,
    official_name,
    parts,
    reference_id,
    resource_id,
    telecom,
    text_at,
)
from openmso.standards.identifiers.npi import NpiNotValid, parse_npi

from .refused import CannotTake

NPI_SYSTEM = "http://hl7.org/fhir/sid/us-npi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Where a practitioner works and as what, as the file says it."""

    practitioner: str
    organization: str
    specialty: str
    specialty_code: str


def practice_source(organization_id: str) -> str:
    return f"fhir:Organization.id:{organization_id}"


def practitioner_source(practitioner_id: str) -> str:
    return f"fhir:Practitioner.id:{practitioner_id}"


def is_provider(organization: Resource) -> bool:
    """Tell whether the organization treats people (and does not pay for them)."""
    kinds = {text_at(kind, "coding", 0, "code") for kind in parts(organization, "type")}
    return "prov" in kinds or not kinds


def practice_from(organization: Resource) -> NewPractice:
    """Return the practice; raises CannotTake without id or name."""
    source, name = resource_id(organization), text_at(organization, "name")
    if not source or not name:
        raise CannotTake("the organization has no id or no name")
    address = next(parts(organization, "address"), {})
    return NewPractice(
        name=name[:160],
        address_line=text_at(address, "line", 0)[:120],
        city=text_at(address, "city")[:60],
        state=state_code(text_at(address, "state")),
        postal_code=text_at(address, "postalCode")[:10],
        phone=telecom(organization, "phone")[:20],
        source=practice_source(source),
    )


def role_from(role: Resource) -> Role:
    """Return the role; raises CannotTake when it names no practitioner."""
    practitioner = reference_id(text_at(role, "practitioner", "reference"))
    if not practitioner:
        raise CannotTake("the role names no practitioner")
    specialty = next(parts(role, "specialty"), {})
    code = text_at(specialty, "coding", 0, "code")
    name = text_at(specialty, "text") or text_at(specialty, "coding", 0, "display")
    return Role(
        practitioner=practitioner,
        organization=reference_id(text_at(role, "organization", "reference")),
        specialty_code=(code or specialty_code(name))[:10],
        specialty=(name or specialty_name(code))[:120],
    )


def practitioner_from(
    practitioner: Resource,
    *,
    roles: Iterable[Role],
    practice_ids: Mapping[str, UUID],
    ipa_id: UUID,
    on: date,
) -> NewPractitioner:
    """Return the practitioner with the places of `roles`, in the IPA's network from `on`.

    `practice_ids` are our practices by their source; places we do not know are left out.

    Raises CannotTake without id or name, or with an NPI that is none.
    """
    source = resource_id(practitioner)
    name = official_name(practitioner)
    family = text_at(name, "family")
    if not source or not family:
        raise CannotTake("the practitioner has no id or no name")
    try:
        npi = parse_npi(identifier(practitioner, NPI_SYSTEM))
    except NpiNotValid as wrong:
        raise CannotTake(str(wrong)) from None
    held = list(roles)
    main = held[0] if held else None
    return NewPractitioner(
        npi=npi,
        given_name=" ".join(given_names(name))[:80],
        family_name=family[:80],
        specialty_code=main.specialty_code if main else "",
        specialty=main.specialty if main else "",
        phone=telecom(practitioner, "phone")[:20],
        source=practitioner_source(source),
        placements=tuple(
            NewPlacement(practice_id=practice_ids[place], from_on=on)
            for place in sorted({practice_source(role.organization) for role in held})
            if place in practice_ids
        ),
        networks=(
            NewNetwork(
                ipa_id=ipa_id,
                primary_care=main is not None and main.specialty_code in PRIMARY_CARE,
                from_on=on,
            ),
        ),
    )
