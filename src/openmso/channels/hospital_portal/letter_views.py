"""An earlier receipt is opened again by its number, and its letters are taken along as files."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.inpatient.admissions.queries import StayNotFound, stay_of_hospital
from openmso.casework.inpatient.post_stabilization.queries import CaseNotFound, case_of_hospital
from openmso.channels.ui.pdf_answer import pdf_answer
from openmso.office.access.pages import public
from openmso.office.tenants.whose_rows import of_tenant

from .forms import FindForm
from .letters import paper_of
from .office import arrived, office_here
from .page import office_of, page
from .visit import Visit, visit_of


@public
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Open a request or a stay of this hospital by the number of its receipt."""
    visit = visit_of(request, at=arrived(request))
    if visit is None:
        return redirect("hospital:start")
    form = FindForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        found = _found(visit, form.cleaned_data["receipt"])
        if found is not None:
            return found
        form.add_error("receipt", _("Your hospital has no receipt with this number."))
    office = office_of(visit, office_here(request))
    return page(request, office, "find", {"form": form}, status=form.status)


@public
@require_safe
def night_letter(request: HttpRequest, receipt: str, letter_id: UUID) -> HttpResponse:
    """Hand out a letter about a request of the night."""
    visit = visit_of(request, at=arrived(request))
    if visit is None:
        return redirect("hospital:start")
    with of_tenant(visit.tenant_id):
        try:
            case = case_of_hospital(visit.tenant_id, visit.hospital_id, receipt)
        except CaseNotFound:
            raise Http404 from None
        return pdf_answer(paper_of(visit, case.id, letter_id), f"letter-{case.number}.pdf")


@public
@require_safe
def stay_letter(request: HttpRequest, stay_receipt: str, letter_id: UUID) -> HttpResponse:
    """Hand out a letter about a stay."""
    visit = visit_of(request, at=arrived(request))
    if visit is None:
        return redirect("hospital:start")
    with of_tenant(visit.tenant_id):
        try:
            stay = stay_of_hospital(visit.tenant_id, visit.hospital_id, stay_receipt)
        except StayNotFound:
            raise Http404 from None
        return pdf_answer(paper_of(visit, stay.id, letter_id), f"letter-{stay.number}.pdf")


def _found(visit: Visit, receipt: str) -> HttpResponse | None:
    with of_tenant(visit.tenant_id):
        try:
            night = case_of_hospital(visit.tenant_id, visit.hospital_id, receipt)
        except CaseNotFound:
            pass
        else:
            return redirect("hospital:status", receipt=night.number)
        try:
            stay = stay_of_hospital(visit.tenant_id, visit.hospital_id, receipt)
        except StayNotFound:
            return None
        return redirect("hospital:stay", stay_receipt=stay.number)
