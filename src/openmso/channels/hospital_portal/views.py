"""From the hospital's number to a receipt and a running clock, without an account.

Whatever number or code is typed, the answer looks the same until a right code opens the page. An
expired visit, another hospital's receipt and one that nobody has are told apart by nothing.
"""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openmso.casework.inpatient.post_stabilization.actions.ask import ask
from openmso.casework.inpatient.post_stabilization.actions.enter_code import enter_code
from openmso.casework.inpatient.post_stabilization.actions.order_code import order_code
from openmso.casework.inpatient.post_stabilization.domain.codes import (
    IN_A_WHILE,
    VISIT_LASTS,
    may_be_sent,
)
from openmso.casework.inpatient.post_stabilization.domain.request import Channel, HospitalRequest
from openmso.casework.inpatient.post_stabilization.queries import (
    CaseNotFound,
    asked_by_hospital,
    case_of_hospital,
    codes_ordered,
)
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.presenters.post_stabilization import night_page
from openmso.office.access.pages import public
from openmso.office.documents.inspection import FileRefused, Inspected
from openmso.office.documents.scanning import take
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.whose_rows import of_tenant
from openmso.roster.providers.hospitals import hospital_numbered
from openmso.standards.typed_text import kept

from .forms import AskForm, CodeForm, NumberForm
from .letters import letters_here
from .office import arrived, office_here
from .page import office_of, page, speaks
from .visit import Visit, begin, end, number_typed, remember_number, visit_of

LOOK_AGAIN_SECONDS = "60"
_WRONG = gettext_lazy(
    "This does not open the page. Check the hospital number and the code, or ask for a new code. "
    "You can always call: the clock is the same."
)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask for the hospital's number; a code leaves if the office knows it."""
    office = office_here(request)
    form = NumberForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        number = kept(form.cleaned_data["number"], longest=20)
        _order_code(office, number, request)
        remember_number(request, number)
        return redirect("hospital:code")
    return page(request, office, "start", {"form": form}, status=form.status)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Take the one-time code."""
    office, number = office_here(request), number_typed(request)
    if not number:
        return redirect("hospital:start")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if _opened(office, number, form.cleaned_data["code"], request):
            return redirect("hospital:ask")
        form.add_error("code", _WRONG)
    return page(request, office, "code", {"form": form}, status=form.status)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def ask_page(request: HttpRequest) -> HttpResponse:
    """Take the request: receipt and clock come back."""
    office, visit = office_here(request), visit_of(request, at=arrived(request))
    if visit is None:
        return redirect("hospital:start")
    office = office_of(visit, office)
    at = arrived(request)
    if request.method == "POST":
        form = AskForm(request.POST, files=request.FILES, zone=office.zone, at=at)
        if form.is_valid():
            answer = _asked(request, form, visit)
            if answer is not None:
                return answer
    else:
        form = AskForm(zone=office.zone, at=at, initial={"client_key": str(uuid4())})
    with of_tenant(visit.tenant_id):
        earlier = asked_by_hospital(visit.tenant_id, visit.hospital_id, since=at - VISIT_LASTS)
    context = {"form": form, "earlier": earlier}
    return page(request, office, "ask", context, status=form.status)


@public
@require_safe
def status(request: HttpRequest, receipt: str) -> HttpResponse:
    """Show where the request stands; the page loads itself anew each minute until stopped."""
    at = arrived(request)
    visit = visit_of(request, at=at)
    if visit is None:
        return redirect("hospital:start")
    office = office_of(visit, office_here(request))
    with of_tenant(visit.tenant_id):
        try:
            case = case_of_hospital(visit.tenant_id, visit.hospital_id, receipt)
        except CaseNotFound:
            raise Http404 from None
        night = night_page(case, at=at, zone=office.zone)
        letters = letters_here(visit, case.id, office.zone)
    still = "still" in request.GET
    context = {"case": case, "night": night, "letters": letters, "still": still}
    answer = page(request, office, "status", context)
    if not still:
        answer.headers["Refresh"] = LOOK_AGAIN_SECONDS
    return answer


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the hospital in this browser: for phones that several people carry."""
    end(request)
    return redirect("hospital:start")


def _order_code(office: Tenant, number: str, request: HttpRequest) -> None:
    at = arrived(request)
    with of_tenant(office.id):
        hospital = hospital_numbered(office.id, number)
        if hospital is None or not hospital.answers_on_our_page:
            return
        ordered = codes_ordered(office.id, hospital.id, since=at - IN_A_WHILE)
        if may_be_sent(ordered, at=at):
            order_code(hospital.id, by=speaks(office.id), at=at)


def _opened(office: Tenant, number: str, typed: str, request: HttpRequest) -> bool:
    at = arrived(request)
    with of_tenant(office.id):
        hospital = hospital_numbered(office.id, number)
        if hospital is None or not enter_code(hospital.id, typed, by=speaks(office.id), at=at):
            return False
    begin(request, tenant_id=office.id, hospital_id=hospital.id, at=at)
    return True


def _asked(request: HttpRequest, form: AskForm, visit: Visit) -> HttpResponse | None:
    """Send the request; None when the form has to be looked at again."""
    said, at = form.cleaned_data, arrived(request)
    told = HospitalRequest(
        client_key=f"page-{visit.hospital_id}-{said['client_key']}"[:80],
        channel=Channel.PAGE,
        asked_at=at,
        caller=said["caller"],
        call_back=said["call_back"],
        patient=form.patient(),
        care=form.care_told(),
    )
    try:
        sheet = _face_sheet(said["face_sheet"])
        with of_tenant(visit.tenant_id):
            by = speaks(visit.tenant_id)
            case = ask(told, hospital=visit.hospital_id, face_sheet=sheet, by=by, at=at)
    except FileRefused as refusal:
        form.add_error("face_sheet", f"{refusal} {_('You can send the form without it.')}")
    except SameKeyOtherContent as refusal:
        form.add_error(None, str(refusal))
    else:
        return redirect("hospital:status", receipt=case.number)
    return None


def _face_sheet(files: list[Any]) -> Inspected | None:
    return take(files[0].read()) if files else None
