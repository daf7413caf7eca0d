"""Eligibility: the form, and the receipt it comes to.

The receipt is the answer to the form itself, so that one check is one request; it has an address of
its own for printing and for later.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.permissions import Permission
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.eligibility.actions.check_eligibility import check_eligibility
from openmso.roster.eligibility.models import EligibilityReceipt
from openmso.roster.eligibility.queries import receipt_numbered, receipts_of_practice
from openmso.roster.plans.queries import ipas_of

from ..pages import PracticeRequest, office_today, practice_page
from .forms import EligibilityForm
from .presenter import receipt_page

_RECENT = 5
_RECEIPT = "provider_portal/check_eligibility/receipt.html"


@practice_page(Permission.PRACTICE_ELIGIBILITY, "GET", "HEAD", "POST")
def eligibility(request: PracticeRequest) -> HttpResponse:
    today = office_today(request)
    form = EligibilityForm(
        request.POST or None,
        initial={"for_date": staff_date(today)},
        ipas=lambda: _ipas(request),
        today=today,
    )
    if request.method == "POST" and form.is_valid():
        return _receipt(
            request, check_eligibility(form.question(), by=request.actor, at=request.arrived_at)
        )
    return render(
        request,
        "provider_portal/check_eligibility/form.html",
        {"form": form, "recent": receipts_of_practice(request.actor, limit=_RECENT)},
        status=form.status,
    )


@practice_page(Permission.PRACTICE_ELIGIBILITY)
def receipt(request: PracticeRequest, number: str) -> HttpResponse:
    try:
        found = receipt_numbered(request.actor, number)
    except EligibilityReceipt.DoesNotExist:
        raise Http404 from None
    return _receipt(request, found)


def _receipt(request: PracticeRequest, found: EligibilityReceipt) -> HttpResponse:
    zone = tenant_by_id(request.actor.tenant_id).zone
    return render(request, _RECEIPT, {"receipt": receipt_page(found, zone)})


def _ipas(request: PracticeRequest) -> list[tuple[str, str]]:
    return [(str(ipa.id), ipa.name) for ipa in ipas_of(request.actor.tenant_id)]
