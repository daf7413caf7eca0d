"""The page that says whose words our letters carry."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.letters.queries import every_wording

from ..staff_request import StaffRequest, zone_of
from .listing import wording_page


@requires(Permission.LETTER_WORDING)
@require_GET
def wording(request: StaffRequest) -> HttpResponse:
    """Show which official texts are loaded, and which of our own words nobody has confirmed."""
    zone = zone_of(request)
    page = wording_page(
        every_wording(request.actor.tenant_id),
        today=request.arrived_at.astimezone(zone).date(),
        zone=zone,
    )
    return render(request, "staff_portal/wording/page.html", {"page": page})
