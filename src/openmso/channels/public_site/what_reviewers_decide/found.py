"""Found decisions, and one decision, as people read them."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.groups import (
    diagnosis_groups,
    treatment_groups,
)
from openmso.casework.external_review.published_decisions.models import PublishedRow
from openmso.casework.external_review.published_decisions.queries import FoundPage, Place
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.presenters.worklist import Pages

from .figures import address
from .words import group_words, kind_words, outcome_tag

_PLACE = re.compile(r"([0-9]{4})\.([A-Z0-9-]{1,20})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDecision:
    """One decision. `diagnosis` and `treatment` are the regulator's own words, in English; the
    groups are ours, in the language of the page."""

    reference: str
    href: str
    year: int
    outcome: StatusTag
    question: str
    diagnosis_group: str
    diagnosis: str
    treatment_group: str
    treatment: str


def shown_decision(row: PublishedRow) -> ShownDecision:
    return ShownDecision(
        reference=row.reference,
        href=reverse("public:published_decision", kwargs={"reference": row.reference}),
        year=row.year,
        outcome=outcome_tag(Outcome(row.outcome)),
        question=kind_words(Kind(row.kind)),
        diagnosis_group=group_words(diagnosis_groups(), row.diagnosis_group),
        diagnosis=_joined(row.diagnosis, row.diagnosis_detail),
        treatment_group=group_words(treatment_groups(), row.treatment_group),
        treatment=_joined(row.treatment, row.treatment_detail),
    )


def like_this(row: PublishedRow) -> str:
    """Return the address of the search for decisions of the same two groups."""
    return address(diagnosis=row.diagnosis_group, treatment=row.treatment_group)


def pages_of(page: FoundPage, chosen: dict[str, str]) -> Pages | None:
    """Return the links to the pages around this one; None when this is all."""
    if not (page.earlier or page.later):
        return None
    years = sorted({row.year for row in page.rows})
    return Pages(
        shown=_("Newest first, %(first)s to %(last)s") % {"first": years[-1], "last": years[0]},
        previous_href=_around("before", page.later, chosen),
        next_href=_around("after", page.earlier, chosen),
    )


def place_from(written: str) -> Place | None:
    """Read a place from an address; None when it is none, so that the first page is shown."""
    match = _PLACE.fullmatch(written)
    return Place(int(match[1]), match[2]) if match else None


def _around(name: str, place: Place | None, chosen: dict[str, str]) -> str:
    if place is None:
        return ""
    everything = {} if chosen else {"year": ""}
    return address(**everything, **chosen, **{name: f"{place.year}.{place.reference}"})


def _joined(broad: str, narrow: str) -> str:
    return ": ".join(part for part in (broad, narrow) if part)
