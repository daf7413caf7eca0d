"""Suggestions while somebody types: services, diagnoses and doctors. No name of a member here."""

from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from openmso.channels.ui.forms.code_combo import Suggestion, suggestions
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.roster.benefits.queries import find_services
from openmso.roster.providers.queries import find_practitioners
from openmso.standards.codes.diagnoses import find_diagnoses

from ..staff_request import StaffRequest

_LONGEST = 100


@requires(Permission.CODE_SEARCH)
@require_GET
def services(request: StaffRequest) -> HttpResponse:
    """Suggest services by code or by words."""
    found = find_services(_typed(request), on=_today(request))
    return suggestions(
        Suggestion(value=row.code, label=row.description, note=row.category) for row in found
    )


@requires(Permission.CODE_SEARCH)
@require_GET
def diagnoses(request: StaffRequest) -> HttpResponse:
    """Suggest billable diagnoses by code or by words."""
    return suggestions(
        Suggestion(value=one.dotted, label=one.description)
        for one in find_diagnoses(_typed(request))
    )


@requires(Permission.REQUEST_KEY_IN)
@require_GET
def practitioners(request: StaffRequest) -> HttpResponse:
    """Suggest doctors by the beginning of the family name or of the NPI."""
    text = _typed(request)
    if len(text.strip()) < 2:
        return suggestions(())
    found = find_practitioners(request.actor, text, on=_today(request))
    return suggestions(
        Suggestion(value=row.npi, label=row.name, note=row.specialty) for row in found
    )


def _typed(request: StaffRequest) -> str:
    return request.GET.get("q", "")[:_LONGEST].replace("\x00", "")


def _today(request: StaffRequest) -> date:
    return office_calendar(request.actor.tenant_id).local(request.arrived_at).date()
