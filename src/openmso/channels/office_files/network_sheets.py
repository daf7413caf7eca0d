"""The sheets of the network: practices, practitioners, who works where, who is in which network."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from openmso.roster.plans.models import Ipa
from openmso.roster.providers.models import Practice, Practitioner
from openmso.standards.codes.specialties import specialty_name
from openmso.standards.names import search_form

from .cells import Cells
from .sheet import Columns

PRACTICES, PRACTITIONERS = "practices.csv", "practitioners.csv"
PLACEMENTS, MEMBERSHIPS = "placements.csv", "network.csv"
_WHERE = ("address_line", "city", "state", "postal_code", "phone", "fax", "languages")
_WHO = ("title", "specialty_code", "specialty", "licence_state", "licence_number")
SHEETS = {
    PRACTICES: Columns(needed=("key", "name"), optional=("npi", *_WHERE)),
    PRACTITIONERS: Columns(
        needed=("npi", "given_name", "family_name"), optional=(*_WHO, "phone", "languages")
    ),
    PLACEMENTS: Columns(needed=("practitioner", "practice", "from_on"), optional=("until_on",)),
    MEMBERSHIPS: Columns(
        needed=("practitioner", "ipa", "primary_care", "from_on"), optional=("until_on",)
    ),
}
TAXONOMY = r"[0-9A-Z]{9}X"
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"
_SEARCHABLE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow:
    """`facts` are the columns the sheet has, by the model's field."""

    key: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerRow:
    npi: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRow:
    npi: str
    practice: str
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRow:
    npi: str
    ipa: str
    primary_care: bool
    from_on: date
    until_on: date | None


def practice_row(cells: Cells) -> PracticeRow:
    names = ("name", "address_line", "city", "postal_code", "phone", "fax")
    facts: dict[str, Any] = {name: cells.text(name, Practice) for name in names if cells.has(name)}
    if cells.has("npi"):
        facts["npi"] = cells.npi("npi")
    if cells.has("state"):
        facts["state"] = cells.state("state")
    return PracticeRow(key=cells.text("key", Practice, "source"), facts=facts | _languages(cells))


def practitioner_row(cells: Cells) -> PractitionerRow:
    names = ("given_name", "family_name", "title", "specialty", "licence_number", "phone")
    facts: dict[str, Any] = {
        name: cells.text(name, Practitioner) for name in names if cells.has(name)
    }
    if len(search_form(facts["family_name"])) > _SEARCHABLE:
        cells.wrong(f"The family_name is longer than {_SEARCHABLE} letters.")
    if cells.has("licence_state"):
        facts["licence_state"] = cells.state("licence_state")
    if cells.has("specialty_code"):
        example = "207Q00000X (a provider taxonomy code)"
        codes = cells.many("specialty_code", shape=TAXONOMY, longest=10, example=example)
        if len(codes) > 1:
            cells.wrong("A practitioner has one specialty_code here, the one people look for.")
        facts["specialty_code"] = codes[0] if codes else ""
        if not facts.get("specialty"):
            facts["specialty"] = specialty_name(facts["specialty_code"])
    return PractitionerRow(npi=cells.npi("npi"), facts=facts | _languages(cells))


def placement_row(cells: Cells) -> PlacementRow:
    from_on, until_on = cells.days()
    return PlacementRow(
        npi=cells.npi("practitioner"),
        practice=cells.text("practice", Practice, "source"),
        from_on=from_on,
        until_on=until_on,
    )


def membership_row(cells: Cells) -> MembershipRow:
    from_on, until_on = cells.days()
    return MembershipRow(
        npi=cells.npi("practitioner"),
        ipa=cells.text("ipa", Ipa, "key"),
        primary_care=cells.yes("primary_care"),
        from_on=from_on,
        until_on=until_on,
    )


def _languages(cells: Cells) -> dict[str, list[str]]:
    if not cells.has("languages"):
        return {}
    found = cells.many("languages", shape=_LANGUAGE, longest=20, example="es or zh-Hant")
    return {"languages": list(found)}
