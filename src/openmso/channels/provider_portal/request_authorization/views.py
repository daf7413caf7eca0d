"""The request form, the fragment that weighs it, the first answer, and the form on paper."""

from secrets import token_urlsafe
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from openmso.casework.criteria.queries import NoEdition
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.form_fields import SECTIONS
from openmso.casework.prior_auth.paper_form.printing import (
    blank_form,
    form_of_case,
    print_form,
)
from openmso.casework.prior_auth.queries import request_for
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.forms.code_combo import Suggestion, suggestions
from openmso.channels.ui.pdf_answer import FORM_FILE, pdf_answer
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.permissions import Permission
from openmso.office.content.models import ContactLine
from openmso.office.content.queries import contact_lines
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.plans.queries import ipas_of
from openmso.roster.providers.queries import practitioners_at
from openmso.standards.codes.diagnoses import find_diagnoses
from openmso.standards.typed_text import kept

from ..pages import PracticeRequest, office_today, practice_of, practice_page
from .filled import Filled
from .forms import RequestForm
from .lines import OtherLines, other_lines
from .patient import patient_of_receipt
from .questions import QuestionsFor, answers_in
from .sent import sent_page
from .weighing import NO_CRITERIA, weigh

_SUGGESTIONS = 12
_FORM = "provider_portal/request_authorization/form.html"
_LIVE = "provider_portal/request_authorization/_live.html"
_LINES = "provider_portal/request_authorization/_lines.html"


@practice_page(Permission.PRACTICE_REQUEST_SUBMIT, "GET", "HEAD", "POST")
def new(request: PracticeRequest) -> HttpResponse:
    """Show the form; take it in when it is sent."""
    if request.method != "POST":
        return _empty_form(request)
    if lines := other_lines(request.POST):
        return _with_other_lines(request, lines)
    filled = Filled.read(request, _practitioners(request))
    filled.find_patient()
    if "find" in request.POST:
        filled.not_sent_yet()
        return _show(request, filled, status=filled.form.status)
    if not filled.is_good():
        return _show(request, filled, status=422)
    try:
        received = receive(
            filled.request(),
            files=filled.uploads.for_case(),
            by=request.actor,
            at=request.arrived_at,
        )
    except SameKeyOtherContent as refusal:
        filled.form.add_error(None, str(refusal))
    except NoEdition:
        filled.form.add_error(None, NO_CRITERIA)
    else:
        return redirect("practice:request_sent", received.request.id)
    return _show(request, filled, status=422)


@practice_page(Permission.PRACTICE_REQUEST_SUBMIT, "POST")
def check(request: PracticeRequest) -> HttpResponse:
    """Weigh the form as it stands: the fragment that the page asks for after each change."""
    form = RequestForm(request.POST, practitioners=())
    form.is_valid()
    patient = patient_of_receipt(form.cleaned_data.get("receipt") or "", viewer=request.actor)
    answered = QuestionsFor.read(request.POST.get("questions_for", ""))
    weighed = weigh(
        form.cleaned_data,
        patient,
        answers_in(request.POST),
        answered,
        documents=form.cleaned_data.get("files_chosen") or 0,
        by=request.actor,
        at=request.arrived_at,
    )
    swap = weighed.questions_for != answered
    return render(request, _LIVE, {"weighed": weighed, "swap_questions": swap})


@practice_page(Permission.PRACTICE_REQUEST_READ)
def sent(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Show the first answer to a request."""
    page = sent_page(request.actor, request_id, at=request.arrived_at)
    return render(request, "provider_portal/request_authorization/sent.html", {"page": page})


@practice_page(Permission.CODE_SEARCH)
def diagnoses(request: PracticeRequest) -> HttpResponse:
    found = find_diagnoses(request.GET.get("q", "")[:80], limit=_SUGGESTIONS)
    return suggestions(Suggestion(one.dotted, one.description) for one in found)


@practice_page(Permission.PRACTICE_REQUEST_SUBMIT)
def form_to_print(request: PracticeRequest) -> HttpResponse:
    """Show the same form empty, to print and send by fax; one IPA's own when one is named."""
    tenant_id = request.actor.tenant_id
    ipas = ipas_of(tenant_id)
    chosen = next((ipa for ipa in ipas if ipa.key == request.GET.get("ipa")), None)
    lines = contact_lines(tenant_id, office_today(request))
    return render(
        request,
        "provider_portal/request_authorization/form_to_print.html",
        {
            "sections": SECTIONS,
            "ipas": ipas,
            "chosen": chosen,
            "fax": [line for line in lines if line.purpose == ContactLine.Purpose.UM_FAX],
            "office": tenant_by_id(tenant_id),
        },
    )


@practice_page(Permission.PRACTICE_REQUEST_SUBMIT)
def form_as_pdf(request: PracticeRequest) -> HttpResponse:
    """Hand out the empty form as a PDF; one IPA's own when one is named."""
    tenant_id = request.actor.tenant_id
    key = request.GET.get("ipa")
    chosen = next((ipa for ipa in ipas_of(tenant_id) if ipa.key == key), None)
    form = blank_form(tenant_id, chosen, at=request.arrived_at)
    return pdf_answer(print_form(form, created_at=request.arrived_at), FORM_FILE)


@practice_page(Permission.PRACTICE_REQUEST_READ)
def form_of_one_request(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Hand out the form filled in with what a request of this practice says."""
    form = form_of_case(request_for(request.actor, request_id), at=request.arrived_at)
    return pdf_answer(print_form(form, created_at=request.arrived_at), FORM_FILE)


def _empty_form(request: PracticeRequest) -> HttpResponse:
    patient = patient_of_receipt(request.GET.get("receipt", "")[:30], viewer=request.actor)
    initial = {
        "client_key": token_urlsafe(18),
        "receipt": patient.receipt if patient else "",
        "code": kept(request.GET.get("code", ""), longest=12),
        "service_from_on": staff_date(office_today(request)),
    }
    form = RequestForm(initial=initial, practitioners=_practitioners(request))
    return _show(request, Filled.empty(request, form, patient), status=200)


def _with_other_lines(request: PracticeRequest, lines: OtherLines) -> HttpResponse:
    """Show the form with a service more or less: the page, or the part of it that HTMX asks for."""
    filled = Filled.read(request, _practitioners(request), lines.data)
    filled.find_patient_again()
    filled.not_sent_yet()
    filled.form.put_cursor_on(lines.line)
    if "HX-Request" not in request.headers:
        return _show(request, filled, status=filled.form.status)
    filled.files_not_sent = filled.form.cleaned_data.get("files_chosen") or 0
    page = filled.page()
    swap = page.weighed.questions_for != filled.answered
    context = {"page": page, "weighed": page.weighed, "swap_questions": swap}
    return render(request, _LINES, context, status=filled.form.status)


def _show(request: PracticeRequest, filled: Filled, *, status: int) -> HttpResponse:
    return render(request, _FORM, {"page": filled.page()}, status=status)


def _practitioners(request: PracticeRequest) -> list[tuple[str, str]]:
    people = practitioners_at(request.actor.tenant_id, practice_of(request), office_today(request))
    return [(str(one.id), f"{one.full_name}, {one.specialty}".strip(", ")) for one in people]
