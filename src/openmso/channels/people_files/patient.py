"""A FHIR Patient becomes a member. Pure: the same resource always gives the same member."""

import re
from datetime import date

from django.db.models import CharField

from openmso.roster.members.actions.add_members import NewMember, Number
from openmso.roster.members.domain.numbers import number_from
from openmso.roster.members.models import Member
from openmso.standards.codes.us_states import state_code
from openmso.standards.fhir.elements import (
    Resource,
    full_date,
    given_names,
    identifier,
    official_name,
    parts,
    resource_id,
    telecom,
    text_at,
)
from openmso.standards.identifiers.errors import IdentifierNotValid
from openmso.standards.identifiers.mbi import parse_mbi
from openmso.standards.names import search_form

from .refused import CannotTake

SOURCE_SYSTEM = "fhir:Patient.id"
_MEDICARE_NUMBERS = "http://hl7.org/fhir/sid/us-mbi"
_SEXES = {"female": "female", "male": "male"}
_CHINESE_TRADITIONAL = {"zh-TW", "zh-HK", "zh-MO"}
# Generators of invented people tell namesakes apart by digits behind the name.
_DIGITS_BEHIND = re.compile(r"\d+$")
_LONGEST = {
    field.name: field.max_length
    for field in Member._meta.get_fields()
    if isinstance(field, CharField) and field.max_length and hasattr(NewMember, field.name)
}


def member_from(patient: Resource, *, on: date) -> NewMember:
    """Return the member; raises CannotTake with the reason. `on` is the day of the load."""
    source = resource_id(patient)
    if not source:
        raise CannotTake("the patient has no id")
    name = official_name(patient)
    given = [_clean(each) for each in given_names(name)]
    family = _clean(text_at(name, "family"))
    if not family and not any(given):
        raise CannotTake("the patient has no name")
    born_on = _birth_date(patient, on)
    address = next(parts(patient, "address"), {})
    language = _language(patient)
    return _that_fits(
        NewMember(
            number_in_office=number_from(source),
            given_name=given[0] if given else "",
            middle_name=" ".join(given[1:]),
            family_name=family,
            name_suffix=text_at(name, "suffix", 0),
            birth_date=born_on,
            sex=_SEXES.get(text_at(patient, "gender"), "unknown"),
            deceased_on=_deceased_on(patient, born_on),
            language=language,
            spoken_language=language,
            address_line_1=text_at(address, "line", 0),
            address_line_2=text_at(address, "line", 1),
            city=text_at(address, "city"),
            state=state_code(text_at(address, "state")),
            postal_code=text_at(address, "postalCode")[:10],
            phone=telecom(patient, "phone")[:20],
            email=telecom(patient, "email"),
            numbers=(
                Number(kind="source", system=SOURCE_SYSTEM, value=source),
                *_medicare_number(patient),
            ),
        )
    )


def _that_fits(person: NewMember) -> NewMember:
    """Return the person; raises CannotTake for a text that would be cut: half a name is wrong."""
    for name, longest in _LONGEST.items():
        if len(getattr(person, name)) > longest:
            raise CannotTake(f"the {name.replace('_', ' ')} has more than {longest} signs")
    if len(search_form(person.family_name)) > 80 or len(search_form(person.given_name)) > 80:
        raise CannotTake("the name has more than 80 signs")
    return person


def _birth_date(patient: Resource, on: date) -> date:
    text = text_at(patient, "birthDate")
    if not text:
        raise CannotTake("the birth date is missing")
    born_on = full_date(text)
    if born_on is None:
        raise CannotTake("the birth date is not a full date")
    if born_on > on:
        raise CannotTake("the birth date lies in the future")
    return born_on


def _deceased_on(patient: Resource, born_on: date) -> date | None:
    text = text_at(patient, "deceasedDateTime")
    if not text:
        if patient.get("deceasedBoolean") is True:
            raise CannotTake("the patient has died, but the day is missing")
        return None
    died_on = full_date(text)
    if died_on is None:
        raise CannotTake("the day of death is not a full date")
    if died_on < born_on:
        raise CannotTake("the patient died before the birth date")
    return died_on


def _language(patient: Resource) -> str:
    spoken = list(parts(patient, "communication"))
    preferred = [each for each in spoken if each.get("preferred") is True] or spoken
    tag = text_at(preferred[0], "language", "coding", 0, "code") if preferred else ""
    if not tag:
        return "en"
    if tag in _CHINESE_TRADITIONAL:
        return "zh-Hant"
    pieces = tag.split("-")
    script = [piece for piece in pieces[1:2] if len(piece) == 4]
    return "-".join([pieces[0].lower(), *script])[:20]


def _medicare_number(patient: Resource) -> tuple[Number, ...]:
    try:
        return (Number(kind="mbi", value=parse_mbi(identifier(patient, _MEDICARE_NUMBERS))),)
    except IdentifierNotValid:
        return ()


def _clean(name: str) -> str:
    return _DIGITS_BEHIND.sub("", name).strip()
