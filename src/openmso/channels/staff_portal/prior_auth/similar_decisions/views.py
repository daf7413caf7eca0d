"""The box beside the decision, and the page that stands in for it without scripts.

It is read only when somebody opens it. No figure of this office, of a physician or of a plan
stands in it: how often we say no must not weigh on whether we do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from openmso.casework.external_review.published_decisions.domain.figures import Tally
from openmso.casework.external_review.published_decisions.limits import limits
from openmso.casework.external_review.published_decisions.shipped import shipped
from openmso.casework.external_review.published_decisions.similar import (
    Comparison,
    Similar,
    similar_to,
)
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import first_service_code, request_for
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.roster.benefits.queries import service_named

from ...staff_request import StaffRequest
from ..refusals import on_a_case


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """One set of public decisions in words; `share` is empty where they are too few."""

    about: str
    href: str
    counts: str
    share: str


@requires(Permission.CASE_READ)
@require_GET
@on_a_case
def similar_decisions(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Show what reviewers decided about disputes like this one; a script gets the box alone."""
    case = request_for(request.actor, request_id)
    similar = similar_to(diagnoses=case.diagnoses, service_categories=_categories(case))
    context = {
        "case": case,
        "lines": _lines(similar),
        "loaded": similar.loaded,
        "limits": limits("en"),
        "source": shipped().source,
    }
    template = "_similar.html" if request.htmx else "similar.html"
    return render(request, f"staff_portal/prior_auth/{template}", context)


def _categories(case: AuthorizationRequest) -> list[str]:
    """Return the category of the first service that was asked for, if our list knows it."""
    code = first_service_code(case)
    service = service_named(code) if code else None
    return [service.category] if service else []


def _lines(similar: Similar) -> Sequence[ComparisonLine]:
    return [_line(one) for one in similar.comparisons if one.counted.decisions]


def _line(one: Comparison) -> ComparisonLine:
    counted, share = one.counted, ""
    if one.rate:
        share = (
            f"For the member in {one.rate.of_100} of 100 "
            f"(95% interval {one.rate.low} to {one.rate.high})."
        )
    asked = {"diagnosis": one.asked.diagnosis_group, "treatment": one.asked.treatment_group}
    chosen = {name: value for name, value in asked.items() if value}
    return ComparisonLine(
        about=one.about,
        href=f"{reverse('public:what_reviewers_decide')}?{urlencode(chosen)}",
        counts=(
            f"{_decisions(counted)}: {counted.overturned:,} for the member, "
            f"{counted.upheld:,} for the plan."
        ),
        share=share,
    )


def _decisions(counted: Tally) -> str:
    many = "decision" if counted.decisions == 1 else "decisions"
    first, last = counted.first_year, counted.last_year
    years = str(first) if first == last else f"{first} to {last}"
    return f"{counted.decisions:,} {many}, {years}"
