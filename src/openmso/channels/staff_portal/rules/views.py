"""Old links to a rule lead to its public page."""

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission

from ..staff_request import StaffRequest


@requires(Permission.CASE_READ)
@require_GET
def rule(request: StaffRequest, rule_id: str) -> HttpResponse:
    """Lead to the page of this rule."""
    return HttpResponsePermanentRedirect(reverse("public:rule", kwargs={"rule_id": rule_id}))
