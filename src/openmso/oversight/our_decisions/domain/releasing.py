"""Whether a text about a decided case may be published: what in it may lead to a person.

A list without names of patient, doctor or facility. Source: 45 CFR 164.514(b)(2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from openmso.standards.deidentification import Kind, Names, strictly_identifying

FEWEST_LETTERS = 40
MOST_LETTERS = 2000
_SAYS = {
    Kind.PATIENT: "the patient's name",
    Kind.DOCTOR: "the name of a doctor, or of somebody with a title",
    Kind.FACILITY: "the name of a practice or hospital",
    Kind.DATE: "a date finer than a year",
    Kind.AGE: "an age over 89",
    Kind.PHONE: "a telephone number",
    Kind.EMAIL: "an e-mail address",
    Kind.WEB: "a web address",
    Kind.ADDRESS: "an address",
    Kind.SSN: "a social security number",
    Kind.MBI: "a Medicare number",
    Kind.CIN: "a Medi-Cal number",
    Kind.NPI: "an NPI",
    Kind.NUMBER: "the number of a record, a case or a person",
}


class DecidedBy(StrEnum):
    """Who decided about our no."""

    US = "us"
    IMR = "independent_medical_review"
    STATE_HEARING = "state_hearing"
    MEDICARE_ENTITY = "medicare_independent_entity"
    COMPLAINT = "regulator_complaint"


class Outcome(StrEnum):
    """What became of our no."""

    UPHELD = "upheld"
    OVERTURNED = "overturned"
    IN_PART = "overturned_in_part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text somebody wants to publish. `names` are those of the case; `alike` counts the decided
    cases of the same year and line of business, this one among them."""

    text: str
    names: Names
    alike: int


def why_not(draft: Draft, *, fewest: int) -> tuple[str, ...]:
    """Return everything that keeps the text from being published, in sentences; empty for none.

    A case out of fewer than `fewest` alike may be recognized by its line alone.
    """
    return tuple(_reasons(draft, fewest))


def _reasons(draft: Draft, fewest: int) -> Iterator[str]:
    text = draft.text.strip()
    if not FEWEST_LETTERS <= len(text) <= MOST_LETTERS:
        yield f"Write between {FEWEST_LETTERS} and {MOST_LETTERS} letters."
    for finding in strictly_identifying(text, draft.names):
        yield f"“{text[finding.start : finding.end]}” looks like {_SAYS[finding.kind]}."
    if draft.alike < fewest:
        yield (
            f"Only {draft.alike} decided in this year and line of business. With fewer than"
            f" {fewest} somebody may be recognized."
        )
