"""FHIR Coverage becomes days of coverage by a plan; yearly pieces that touch become one span."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from openmso.roster.eligibility.domain.spans import Days, joined
from openmso.standards.fhir.elements import (
    Resource,
    full_date,
    parts,
    period_end,
    reference_id,
    text_at,
)

from .refused import CannotTake


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePiece:
    """One Coverage resource as it is meant: whose, by which payer, on which days."""

    patient: str
    payer: str
    coverage_type: str
    member_number: str
    days: Days


def piece_from(coverage: Resource, *, payer_names: Mapping[str, str]) -> CoveragePiece:
    """Return the piece; raises CannotTake. `payer_names` are names of organizations by id.

    A payer that is the person, or has no name anywhere, is an empty `payer`.
    """
    patient = reference_id(text_at(coverage, "beneficiary", "reference"))
    if not patient:
        raise CannotTake("the coverage names no person")
    from_on = full_date(text_at(coverage, "period", "start"))
    if from_on is None:
        raise CannotTake("the coverage has no first day")
    end = text_at(coverage, "period", "end")
    until_on = period_end(end)
    if end and until_on is None:
        raise CannotTake("the end of the coverage is not a full date")
    if until_on is not None and until_on <= from_on:
        raise CannotTake("the coverage ends before a full day has passed")
    payor = next(parts(coverage, "payor"), {})
    name = text_at(payor, "display")
    return CoveragePiece(
        patient=patient,
        payer=name or payer_names.get(reference_id(text_at(payor, "reference")), ""),
        coverage_type=text_at(coverage, "type", "coding", 0, "code"),
        member_number=_plain(text_at(coverage, "subscriberId")),
        days=Days(from_on, until_on),
    )


def spans_of(pieces: Iterable[Days], *, deceased_on: date | None) -> list[Days]:
    """Join the pieces of one person and plan; nothing is covered after the day of death."""
    spans = joined(pieces)
    if deceased_on is None:
        return spans
    after = deceased_on + timedelta(days=1)
    return [
        Days(span.from_on, after if span.until_on is None else min(span.until_on, after))
        for span in spans
        if span.from_on < after
    ]


def _plain(number: str) -> str:
    return "".join(sign for sign in number.upper() if sign.isalnum())[:40]
