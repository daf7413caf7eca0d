"""Appeal or grievance? Two questions, the law's definition beside each, and why it was chosen.

Both may be answered with yes: then both are opened from the same contact.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from openmso.casework.appeals.domain.filing import NotPossible

from .types import read_data


class CaseType(StrEnum):
    APPEAL = "appeal"
    GRIEVANCE = "grievance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One of the two; a yes `leads_to` a type."""

    key: str
    en: str
    es: str
    hint: str
    leads_to: CaseType


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What the law of one line of business means by a type, in our words."""

    id: str
    type: CaseType
    line_of_business: str
    says: str
    source: str
    verified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was said to the two questions. `why` is what the person gave as the reason."""

    decision: bool
    concern: bool
    why: str = ""

    @property
    def types(self) -> frozenset[CaseType]:
        found = set()
        if self.decision:
            found.add(CaseType.APPEAL)
        if self.concern:
            found.add(CaseType.GRIEVANCE)
        return frozenset(found)


def require_answered(chosen: Chosen) -> None:
    """Raise NotPossible when neither question was answered with yes."""
    if not chosen.types:
        raise NotPossible("Answer one of the two questions with yes, or there is nothing to open.")


def reason_kept(chosen: Chosen, line_of_business: str, *, type_: CaseType) -> str:
    """Return the sentence that stays on record: what was answered, by which definition, and why."""
    said = "yes" if chosen.decision else "no"
    other = "yes" if chosen.concern else "no"
    meant = definition_of(line_of_business, type_)
    by = f" Definition: {meant.source} (edition {edition()})." if meant else ""
    why = f" {chosen.why.strip()}" if chosen.why.strip() else ""
    return f"A decision to be changed: {said}. Anything else: {other}.{by}{why}"


def definitions_for(line_of_business: str) -> tuple[Definition, ...]:
    """Return the definitions to show; those of every line where the line has none of its own."""
    own = tuple(one for one in _definitions() if one.line_of_business == line_of_business)
    return own or _definitions()


def definition_of(line_of_business: str, type_: CaseType) -> Definition | None:
    """Return the definition of a type in a line of business."""
    return next(
        (
            one
            for one in _definitions()
            if one.type is type_ and one.line_of_business == line_of_business
        ),
        None,
    )


@cache
def questions() -> tuple[Question, ...]:
    """Return the two questions in the order to ask them."""
    return tuple(
        Question(
            key=key,
            en=row["asks"]["en"],
            es=row["asks"]["es"],
            hint=row["hint"],
            leads_to=CaseType(row["leads_to"]),
        )
        for key, row in read_data("definitions")["questions"].items()
    )


@cache
def edition() -> str:
    """Return the edition of the definitions."""
    return str(read_data("definitions")["edition"])


@cache
def checked_on() -> date:
    """Return the day on which somebody checked the definitions against their sources."""
    found: date = read_data("definitions")["checked_on"]
    return found


@cache
def _definitions() -> tuple[Definition, ...]:
    return tuple(
        Definition(**{**row, "type": CaseType(row["type"])})
        for row in read_data("definitions")["definitions"]
    )
