"""Which office a hospital's page speaks for, and whom to call instead of it."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest

from openmso.channels.ui.frame import office_of
from openmso.office.content.models import ContactLine
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.whose_rows import of_tenant

_DAY_AND_NIGHT = (
    ContactLine.Purpose.AFTER_HOURS,
    ContactLine.Purpose.UTILIZATION_MANAGEMENT,
)


def office_here(request: HttpRequest) -> Tenant:
    """Return the office; raises Http404 before there is one."""
    office = office_of(request)
    if office is None:
        raise Http404
    return office


def arrived(request: HttpRequest) -> datetime:
    moment: datetime = vars(request)["arrived_at"]
    return moment


def around_the_page(request: HttpRequest, office: Tenant) -> dict[str, Any]:
    """Return what every page shows: the office's name, and the line that is always answered."""
    on = arrived(request).astimezone(office.zone).date()
    with of_tenant(office.id):
        lines = contact_lines(office.id, on)
    found = (line_for(lines, purpose) for purpose in _DAY_AND_NIGHT)
    line = next((each for each in found if each is not None), None)
    return {"office": office, "line": line}
