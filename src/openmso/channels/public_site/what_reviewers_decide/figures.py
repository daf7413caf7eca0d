"""Counts as people read them: never a share without its sample, its years and its interval."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from openmso.casework.external_review.published_decisions.domain.decision import Kind
from openmso.casework.external_review.published_decisions.domain.figures import (
    Table,
    Tally,
    rate,
    tallies,
)
from openmso.casework.external_review.published_decisions.groups import diagnosis_groups
from openmso.casework.external_review.published_decisions.shipped import fewest_for_a_rate

from .words import group_choices, kind_words, years_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of figures. `share` and `span` are empty where there are too few cases."""

    name: str
    href: str
    cases: str
    changed: str
    years: str
    share: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    uid: str
    caption: str
    figures: tuple[Figure, ...]


def figure(
    counted: Tally, *, name: str = "", href: str = "", of_one_outcome: bool = False
) -> Figure:
    """Put a count into words; with too few cases the counts stand alone.

    So they do where only cases `of_one_outcome` were counted: their share means nothing.
    """
    known = None if of_one_outcome else rate(counted, fewest=fewest_for_a_rate())
    return Figure(
        name=name,
        href=href,
        cases=f"{counted.decisions:,}",
        changed=f"{counted.overturned:,}",
        years=years_words(counted.first_year, counted.last_year),
        share=str(known.of_100) if known else "",
        span=_("%(low)s to %(high)s") % {"low": known.low, "high": known.high} if known else "",
    )


def figure_tables(table: Table) -> Iterator[FigureTable]:
    """Yield the tables of the page: by question, by what was wrong, by year. No line is empty."""
    by_kind = tallies(table, lambda cell: cell.kind)
    yield FigureTable(
        uid="by-question",
        caption=_("By the question"),
        figures=tuple(
            figure(by_kind[kind], name=kind_words(kind), href=address(type=kind.value))
            for kind in Kind
            if kind in by_kind
        ),
    )
    by_group = tallies(table, lambda cell: cell.diagnosis_group)
    yield FigureTable(
        uid="by-diagnosis",
        caption=_("By what was wrong"),
        figures=tuple(
            figure(by_group[key], name=name, href=address(diagnosis=key))
            for key, name in group_choices(diagnosis_groups())
            if key in by_group
        ),
    )
    by_year = tallies(table, lambda cell: str(cell.year))
    yield FigureTable(
        uid="by-year",
        caption=_("By year"),
        figures=tuple(
            figure(by_year[year], name=year, href=address(year=year))
            for year in sorted(by_year, reverse=True)
        ),
    )


def address(**chosen: str) -> str:
    """Return the address of a search."""
    return f"{reverse('public:what_reviewers_decide')}?{urlencode(chosen)}"
