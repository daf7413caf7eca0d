"""The list of letters, one letter as a page and as a file, and the printable request form."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from openmso.casework.prior_auth.form_fields import SECTIONS
from openmso.casework.prior_auth.paper_form.printing import (
    blank_form,
    form_of_case,
    print_form,
)
from openmso.casework.prior_auth.queries import RequestNotFound, request_for
from openmso.channels.ui.older_rows import read_after
from openmso.channels.ui.pdf_answer import FORM_FILE, pdf_answer
from openmso.channels.ui.presenters.worklist import Pages
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.content.models import ContactLine
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.documents import store
from openmso.office.law import office_calendar
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.html import letter_page
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letter_called
from openmso.office.outbound.models import Dispatch
from openmso.office.timeline.case_kinds import kind_of
from openmso.roster.plans.queries import ipas_of

from ..staff_request import StaffRequest, zone_of
from .cases import is_seen
from .listing import ALL, SHOWN, letter_rows, notes_on, sendings_of, state_of
from .readers import reader_word

_PRINTED_NUMBERS = (ContactLine.Purpose.UM_FAX, ContactLine.Purpose.UTILIZATION_MANAGEMENT)


@requires(Permission.LETTER_READ)
@require_GET
def letters(request: StaffRequest) -> HttpResponse:
    """Show the office's letters, newest first."""
    shown = request.GET.get("show", ALL)
    if shown not in SHOWN:
        shown = ALL
    page = letter_rows(request.actor, shown, after=read_after(request.GET.get("after", "")))
    context = {
        "rows": page.rows,
        "choices": [(key, label, key == shown) for key, label in SHOWN.items()],
        "shown": SHOWN[shown],
        "pages": Pages(
            shown=f"{len(page.rows)} letters, newest first" if len(page.rows) != 1 else "1 letter",
            next_href=f"?show={shown}&after={page.next_after.replace('+', '%2B')}"
            if page.next_after
            else "",
        ),
    }
    return render(request, "staff_portal/letters/list.html", context)


@requires(Permission.LETTER_READ)
@require_GET
def letter(request: StaffRequest, letter_id: UUID) -> HttpResponse:
    """Show one letter as an accessible page, with what became of it."""
    found = _letter(request, letter_id)
    zone = zone_of(request)
    sent = Dispatch.objects.filter(tenant_id=found.tenant_id, letter_id=found.id)
    composed = compose(thawed(found.content))
    context = {
        "letter": found,
        "title": found.kind.replace("_", " ").capitalize(),
        "to": reader_word(found.reader),
        "state": state_of(found),
        "case_href": reverse(kind_of(found.case_kind).page, args=[found.case_id]),
        "notes": notes_on(found),
        "sendings": sendings_of(sent.order_by("ordered_at", "id"), zone),
        "page": letter_page(composed, heading_level=2),
    }
    return render(request, "staff_portal/letters/letter.html", context)


@requires(Permission.LETTER_READ)
@require_GET
def letter_pdf(request: StaffRequest, letter_id: UUID) -> HttpResponse:
    """Hand out the paper as it was printed; not found while it is not."""
    found = _letter(request, letter_id)
    if found.document is None:
        raise Http404
    answer = HttpResponse(store.read(found.document.sha256), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="letter-{found.id}.pdf"'
    return answer


@requires(Permission.REQUEST_KEY_IN)
@require_GET
def request_form(request: StaffRequest, ipa_key: str = "") -> HttpResponse:
    """Show the blank Authorization Request Form of one IPA, ready to print."""
    ipas = ipas_of(request.actor.tenant_id)
    if not ipa_key:
        return render(request, "staff_portal/letters/forms.html", {"ipas": ipas})
    ipa = next((one for one in ipas if one.key == ipa_key), None)
    if ipa is None:
        raise Http404
    on = office_calendar(request.actor.tenant_id).local(request.arrived_at).date()
    lines = contact_lines(request.actor.tenant_id, on)
    numbers = [line for purpose in _PRINTED_NUMBERS if (line := line_for(lines, purpose))]
    context = {"ipa": ipa, "sections": SECTIONS, "numbers": numbers}
    return render(request, "staff_portal/letters/request_form.html", context)


@requires(Permission.REQUEST_KEY_IN)
@require_GET
def request_form_pdf(request: StaffRequest, ipa_key: str) -> HttpResponse:
    """Hand out the blank form of one IPA as a PDF."""
    ipa = next((one for one in ipas_of(request.actor.tenant_id) if one.key == ipa_key), None)
    if ipa is None:
        raise Http404
    form = blank_form(request.actor.tenant_id, ipa, at=request.arrived_at)
    return pdf_answer(print_form(form, created_at=request.arrived_at), FORM_FILE)


@requires(Permission.CASE_READ)
@require_GET
def form_of_one_case(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Hand out the form filled in with what a case says."""
    try:
        case = request_for(request.actor, request_id)
    except RequestNotFound:
        raise Http404 from None
    form = form_of_case(case, at=request.arrived_at)
    return pdf_answer(print_form(form, created_at=request.arrived_at), FORM_FILE)


def _letter(request: StaffRequest, letter_id: UUID) -> OrderedLetter:
    try:
        found = letter_called(letter_id, viewer=request.actor)
    except OrderedLetter.DoesNotExist:
        raise Http404 from None
    if request.actor.ipa_ids and not is_seen(found, request.actor):
        raise Http404
    return found
