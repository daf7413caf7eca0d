"""The office in whose time the pages count, and its own day."""

from datetime import date, datetime

from django.http import HttpRequest

from openmso.channels.ui.frame import office_of
from openmso.office.law import office_calendar
from openmso.standards.calendars import OfficeCalendar

_BEFORE_AN_OFFICE = "UTC"


def calendar_of(request: HttpRequest) -> OfficeCalendar:
    """Return the calendar of the office this site speaks for."""
    tenant = office_of(request)
    return office_calendar(tenant.id) if tenant else OfficeCalendar.of(_BEFORE_AN_OFFICE)


def today_of(request: HttpRequest, office: OfficeCalendar) -> date:
    """Return the office's own day at the moment of the request."""
    arrived_at: datetime = vars(request)["arrived_at"]
    return office.local(arrived_at).date()
