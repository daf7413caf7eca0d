"""The first page of a practice."""

from django.http import HttpResponse
from django.shortcuts import render

from openmso.casework.prior_auth.conversation import waiting_for_practice
from openmso.office.access.permissions import Permission

from ..my_requests.listing import RequestList
from ..pages import PracticeRequest, practice_page
from .presenter import waiting_groups

_RECENT = 8


@practice_page(Permission.PRACTICE_REQUEST_READ)
def home(request: PracticeRequest) -> HttpResponse:
    recent = RequestList(request.actor, state="", after=None, at=request.arrived_at, rows=_RECENT)
    waiting = waiting_for_practice(request.actor)
    return render(
        request,
        "provider_portal/home/home.html",
        {"waiting": waiting_groups(waiting, at=request.arrived_at), "recent": recent},
    )
