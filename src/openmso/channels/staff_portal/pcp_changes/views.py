"""The list of wishes: with the plan, or answered by the plan's file. Nothing is decided here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.roster.pcp_changes.domain.answer import State
from openmso.roster.pcp_changes.queries import changes_seen

from ..staff_request import StaffRequest, zone_of

_STATES: dict[str, StatusTag] = {
    State.ASKED: StatusTag("Goes to the plan", StatusTone.NEW),
    State.PASSED_ON: StatusTag("With the plan", StatusTone.WAITING),
    State.CHANGED: StatusTag("Changed by the plan", StatusTone.GOOD),
    State.OTHER_DOCTOR: StatusTag("Plan chose another doctor", StatusTone.QUIET),
    State.COVERAGE_ENDED: StatusTag("Coverage ended", StatusTone.QUIET),
}


@requires(Permission.MEMBER_SEARCH)
@require_GET
def pcp_changes(request: StaffRequest) -> HttpResponse:
    """Show the newest wishes. One query."""
    zone = zone_of(request)
    rows = [
        {
            "number": one.number,
            "href": reverse("staff:member", args=[one.member_id]),
            "member": f"{one.member.family_name}, {one.member.given_name}",
            "plan": one.plan.name,
            "before": one.before.full_name if one.before else "None known",
            "wanted": one.wanted.full_name,
            "got": one.got.full_name if one.got and one.got_id != one.wanted_id else "",
            "asked": staff_time(one.asked_at, zone),
            "proof": one.proof,
            "state": _STATES[one.state],
        }
        for one in changes_seen(request.actor)
    ]
    return render(request, "staff_portal/pcp_changes/list.html", {"rows": rows})
