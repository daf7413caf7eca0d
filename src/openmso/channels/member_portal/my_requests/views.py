"""The first page of a member, and one request."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from openmso.channels.ui.older_rows import read_after

from ..pages import MemberRequest, member_page, page_language
from .detail import my_request
from .listing import my_requests


@member_page
def home(request: MemberRequest) -> HttpResponse:
    found = my_requests(
        request.actor,
        after=read_after(request.GET.get("after", "")),
        at=request.arrived_at,
        language=page_language(),
    )
    return render(request, "member_portal/home.html", {"mine": found})


@member_page
def request_page(request: MemberRequest, request_id: UUID) -> HttpResponse:
    page = my_request(request.actor, request_id, at=request.arrived_at, language=page_language())
    return render(request, "member_portal/request.html", {"page": page})
