"""The pages of the desk of care that ends: its list, and one case."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.states import Move, State, may
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.fast_track.queries import ROWS, case_for, cases_page
from openmso.channels.ui.older_rows import read_after, written_after
from openmso.channels.ui.presenters.care_that_ends import CARES, STATES
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ..staff_request import StaffRequest, zone_of
from .acts import acts_open_for
from .found import found_ending
from .page import ending_page

_TEMPLATES = "staff_portal/fast_track"


@requires(Permission.CASE_READ)
@require_safe
def cases(request: StaffRequest) -> HttpResponse:
    """List every announced end, the newest first. What waits is on the worklist."""
    found = cases_page(request.actor, after=read_after(request.GET.get("after", "")))
    shown, more = found[:ROWS], len(found) > ROWS
    rows = [
        {
            "number": one.number,
            "href": reverse("staff:fast_track_case", args=[one.id]),
            "care": CARES[Care(one.care)],
            "provider": one.provider_name,
            "member": one.member.full_name,
            "plan": one.plan.name,
            "state": STATES[State(one.state)],
            "ends_on": staff_date(one.ends_on),
        }
        for one in shown
    ]
    after = written_after(shown[-1].recorded_at, shown[-1].id) if more else ""
    return render(request, f"{_TEMPLATES}/list.html", {"rows": rows, "after": after})


@requires(Permission.CASE_READ)
@require_safe
@found_ending
def case(request: StaffRequest, ending_id: UUID) -> HttpResponse:
    """Show one case."""
    found = case_for(request.actor, ending_id)
    works = request.actor.may(Permission.OUTSIDE_REVIEW_WORK)
    context = {
        "case": found,
        "page": ending_page(found, at=request.arrived_at, zone=zone_of(request)),
        "acts": _acts(found) if works else [],
    }
    return render(request, f"{_TEMPLATES}/case.html", context)


def _acts(case: FastTrackCase) -> list[tuple[str, str]]:
    acts = [
        (act.title, reverse("staff:fast_track_act", args=[case.id, act.name]))
        for act in acts_open_for(case)
    ]
    if may(State(case.state), Move.ANNOUNCE_AGAIN):
        href = reverse("staff:fast_track_begin", args=[case.member_id])
        acts.append(("Announce a new end", href))
    return acts
