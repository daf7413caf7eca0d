"""Since when and up to where the office's history is sealed."""

from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.seals.queries import HowFar, how_far

from ..staff_request import StaffRequest, zone_of


@requires(Permission.AUDIT_READ)
@require_GET
def sealed(request: StaffRequest) -> HttpResponse:
    """Say how far the seals reach: times and counts, never what is under them."""
    reach = how_far(request.actor.tenant_id)
    said = {"reach": _reach_in_words(reach, zone_of(request)), "waiting": _waiting(reach.waiting)}
    return render(request, "staff_portal/sealed/page.html", said)


def _reach_in_words(reach: HowFar, zone: ZoneInfo) -> str:
    if reach.since is None or reach.until is None:
        return "Nothing is sealed yet."
    return (
        f"Everything recorded up to {staff_time(reach.until, zone)} is sealed: {reach.lines:,} "
        f"lines in {reach.seals:,} seals, the first one of {staff_time(reach.since, zone)}."
    )


def _waiting(lines: int) -> str:
    if not lines:
        return "No line waits for its seal."
    verb = "line waits" if lines == 1 else "lines wait"
    return f"{lines:,} newer {verb} for the next seal; one is made every few seconds."
