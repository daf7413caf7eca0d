"""Questions about coverage: it differs from plan to plan, and the plan itself has the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from openmso.channels.ui.frame import office_of
from openmso.channels.ui.presenters.contact import ContactLine as ShownLine
from openmso.office.access.pages import public
from openmso.office.content.models import ContactLine
from openmso.office.content.queries import line_for, lines_of_plans
from openmso.office.tenants.whose_rows import of_tenant
from openmso.roster.plans.queries import plans_of

from .office import office_day, shown_line

PURPOSE = ContactLine.Purpose.MEMBER_SERVICES


@dataclass(frozen=True, slots=True)
class PlanToAsk:
    """A plan with its own line for its members; None when we know of none."""

    name: str
    line: ShownLine | None


@public
@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    context = {"plans": plans_to_ask(request)}
    return render(request, "public_site/coverage.html", context)


def plans_to_ask(request: HttpRequest) -> Sequence[PlanToAsk]:
    """Return the plans this office works with today, each with the number its members call."""
    office = office_of(request)
    if office is None:
        return ()
    today = office_day(request, office)
    with of_tenant(office.id):
        lines, plans = lines_of_plans(office.id, today, PURPOSE), plans_of(office.id, today)
    return tuple(PlanToAsk(plan.name, _shown(lines.get(plan.id, []))) for plan in plans)


def _shown(lines: list[ContactLine]) -> ShownLine | None:
    """Show the line of one plan that serves this page's language best."""
    for line in lines[:1]:
        best = line_for(lines, PURPOSE, language=get_language() or "", plan_id=line.plan_id)
        return shown_line(best) if best else None
    return None
