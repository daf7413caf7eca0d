"""The page: questions first, then every way to go on. It keeps nothing."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from openmso.casework.remedies.router import route
from openmso.channels.ui.frame import office_of
from openmso.channels.ui.presenters.remedies import shown_remedies
from openmso.office.access.pages import public
from openmso.office.content.models import ContactLine
from openmso.office.law import office_calendar, rulebook
from openmso.standards.calendars import OfficeCalendar

from ..office import lines_today, shown
from .forms import WhatCanIDoForm, what_can_i_do_form

_WHO_HELPS = frozenset(
    {
        ContactLine.Purpose.MEMBER_SERVICES,
        ContactLine.Purpose.GRIEVANCES,
        ContactLine.Purpose.OUTSIDE_HELP,
    }
)
_BEFORE_AN_OFFICE = "UTC"


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def what_can_i_do(request: HttpRequest) -> HttpResponse:
    """Ask; when asked, answer on the same address, so that no answer stands in an address."""
    office = _office(request)
    today = _today(request, office)
    form = what_can_i_do_form(request.POST if request.method == "POST" else None, today=today)
    if not form.is_valid():
        page = "public_site/what_can_i_do/ask.html"
        return render(request, page, {"form": form}, status=form.status)
    return _answered(request, form, today, office)


def _answered(
    request: HttpRequest, form: WhatCanIDoForm, today: date, office: OfficeCalendar
) -> HttpResponse:
    routed = route(form.facts(), as_of=today, book=rulebook(), office=office)
    lines = lines_today(request)
    ways = [
        (way, shown([line for line in lines if line.purpose == way.line]))
        for way in shown_remedies(routed)
    ]
    who_helps = shown([line for line in lines if line.purpose in _WHO_HELPS])
    return render(
        request,
        "public_site/what_can_i_do/answer.html",
        {"form": form, "today": today, "ways": ways, "lines": who_helps},
    )


def _office(request: HttpRequest) -> OfficeCalendar:
    tenant = office_of(request)
    return office_calendar(tenant.id) if tenant else OfficeCalendar.of(_BEFORE_AN_OFFICE)


def _today(request: HttpRequest, office: OfficeCalendar) -> date:
    arrived_at: datetime = vars(request)["arrived_at"]
    return office.local(arrived_at).date()
