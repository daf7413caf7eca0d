"""Drawing one of the hospital's pages, and in whose name it acts."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant

from .office import around_the_page
from .visit import Visit

_PAGE = "Hospital page"


def speaks(tenant_id: UUID) -> Actor:
    """Return who acts when a hospital uses its page."""
    return Actor.system(_PAGE, tenant_id)


def office_of(visit: Visit, here: Tenant) -> Tenant:
    """Return the office of the visit; `here` is the one this address belongs to."""
    return here if here.id == visit.tenant_id else Tenant.objects.get(id=visit.tenant_id)


def page(
    request: HttpRequest, office: Tenant, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Draw a page in the language the browser chose; nothing of it is stored on the way."""
    vars(request)["tenant"] = office
    answer = render(
        request,
        f"hospital_portal/{name}.html",
        context | around_the_page(request, office),
        status=status,
    )
    patch_cache_control(answer, no_store=True)
    return answer
