"""Search in the published decisions, one of them, and counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Max, Min, Q, QuerySet

from openmso.standards.names import words_form
from openmso.standards.typed_text import kept

from .domain.decision import Kind, Outcome
from .domain.figures import Cell, Table, Tally
from .models import PublishedRow

ROWS = 20
_MOST_WORDS = 12
_SHOWN = (
    *("reference", "year", "kind", "outcome", "diagnosis_group", "diagnosis", "diagnosis_detail"),
    *("treatment_group", "treatment", "treatment_detail"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is looked for; empty means any. Every one of the words must begin a word of the
    decision, in any form: "scans" finds "scan"."""

    words: str = ""
    diagnosis_group: str = ""
    treatment_group: str = ""
    kind: str = ""
    outcome: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins or ends: the newest decisions come first."""

    year: int
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One page of decisions. `earlier` and `later` are the ends from which the pages around it
    are asked for; None where there is none."""

    rows: Sequence[PublishedRow]
    earlier: Place | None
    later: Place | None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What was loaded here: how many decisions, from which year to which, and how many of them
    come with the reviewer's text."""

    decisions: int
    first_year: int
    last_year: int
    with_text: int


def holdings() -> Holdings | None:
    """Return what was loaded; None when nothing was. One query."""
    counted = PublishedRow.objects.aggregate(
        decisions=Count("id"),
        first_year=Min("year"),
        last_year=Max("year"),
        with_text=Count("id", filter=~Q(findings="")),
    )
    return Holdings(**counted) if counted["decisions"] else None


def found_page(
    asked: Asked, *, after: Place | None = None, before: Place | None = None, rows: int = ROWS
) -> FoundPage:
    """Return the decisions that follow `after`, or that come before `before`. One query."""
    found = _fitting(asked).only(*_SHOWN)
    if before:
        newer = Q(year__gt=before.year) | Q(year=before.year, reference__gt=before.reference)
        ordered = found.filter(newer, year__gte=before.year).order_by("year", "reference")
    else:
        ordered = found.order_by("-year", "-reference")
    if after and not before:
        older = Q(year__lt=after.year) | Q(year=after.year, reference__lt=after.reference)
        ordered = ordered.filter(older, year__lte=after.year)
    got = list(ordered[: rows + 1])
    more, got = len(got) > rows, got[:rows]
    if before:
        got.reverse()
    there_is_later = more if before else after is not None
    there_is_earlier = more if not before else True
    return FoundPage(
        rows=got,
        later=_place(got[0]) if got and there_is_later else None,
        earlier=_place(got[-1]) if got and there_is_earlier else None,
    )


def decision_named(reference: str) -> PublishedRow | None:
    """Return the decision with exactly this reference, or None. One query."""
    return PublishedRow.objects.filter(reference=kept(reference, longest=20).upper()).first()


def tally_of(asked: Asked) -> Tally:
    """Count what `found_page` would show on all its pages. One query."""
    counted = _fitting(asked).aggregate(
        decisions=Count("id"),
        overturned=Count("id", filter=Q(outcome=Outcome.OVERTURNED)),
        first_year=Min("year"),
        last_year=Max("year"),
    )
    return Tally(**{name: value or 0 for name, value in counted.items()})


def table_here() -> Table:
    """Count all decisions that were loaded into cells; empty when nothing was. One query."""
    rows = PublishedRow.objects.values_list("year", "kind", "outcome", "diagnosis_group").annotate(
        count=Count("id")
    )
    return Counter(
        {
            Cell(year, Kind(kind), Outcome(outcome), group): count
            for year, kind, outcome, group, count in rows
        }
    )


def _fitting(asked: Asked) -> QuerySet[PublishedRow]:
    exactly = {
        "diagnosis_group": asked.diagnosis_group,
        "treatment_group": asked.treatment_group,
        "kind": asked.kind,
        "outcome": asked.outcome,
        "year": asked.year,
    }
    found = PublishedRow.objects.filter(**{name: one for name, one in exactly.items() if one})
    words = words_form(kept(asked.words)).split()[:_MOST_WORDS]
    if not words:
        return found
    # Only letters and digits are left in the words, so none can be read as an operator.
    beginnings = " & ".join(f"{word}:*" for word in words)
    return found.filter(search=SearchQuery(beginnings, config="english", search_type="raw"))


def _place(row: PublishedRow) -> Place:
    return Place(row.year, row.reference)
