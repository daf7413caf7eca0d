"""One stay, its papers, whose it is, and a notice that is keyed in."""

from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.inpatient.admissions.actions.add_papers import add_papers
from openmso.casework.inpatient.admissions.actions.identify_patient import identify_patient
from openmso.casework.inpatient.admissions.actions.notify import FACE_SHEET, notify
from openmso.casework.inpatient.admissions.actions.notify_on_paper import notify_on_paper
from openmso.casework.inpatient.admissions.actions.open_paper import open_paper
from openmso.casework.inpatient.admissions.domain.notification import NotPossible
from openmso.casework.inpatient.admissions.domain.states import State
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import StayNotFound, stay_for
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.presenters.facts import Paper
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.queries import papers_received
from openmso.roster.providers.actions.add_hospital import NewHospital, add_hospital
from openmso.roster.providers.hospitals import hospital_with_npi, hospitals_of

from ..identify import identify_page
from ..in_english import in_english
from ..letters.of_case import letters_in
from ..paper_in_hand import PAPER_REFUSED, PaperInHand, paper_of
from ..prior_auth.papers.file_answer import file_answer
from ..prior_auth.papers.words import size_words
from ..staff_request import StaffRequest, zone_of
from ..uploads import read_signed, signed, take_in
from .act_views import ACTS
from .found import found_stay
from .key_in import NoticeForm, PapersForm
from .stay_page import stay_page
from .tabs import tabs

_FOLDER = "staff_portal/inpatient"


@requires(Permission.CASE_READ)
@require_safe
@found_stay
@in_english
def stay(request: StaffRequest, admission_id: UUID) -> HttpResponse:
    """Show one stay: where it stands, its days, what is owed, what can be done. Eight queries."""
    found, zone = stay_for(request.actor, admission_id), zone_of(request)
    papers = papers_received(found.tenant_id, found.id)
    page = stay_page(found, at=request.arrived_at, zone=zone)
    may_read = request.actor.may(Permission.LETTER_READ)
    context = {
        "stay": found,
        "page": page,
        "letters": letters_in(page.shared.events, zone) if may_read else [],
        "papers": [_paper(one, found, zone) for one in papers],
        "face_sheet": any(one.title == FACE_SHEET for one in papers),
        "acts": [
            (act.title, reverse(act.url, args=[found.id]))
            for act in ACTS
            if act.is_open_for(found) and request.actor.may(act.permission)
        ],
        "may_identify": found.member_id is None
        and found.state == State.IN_HOUSE
        and request.actor.may(Permission.STAY_FOLLOW),
        "may_add": request.actor.may(Permission.STAY_KEY_IN),
        "may_write": found.state != State.NOT_OURS and request.actor.may(Permission.STAY_STATUS),
        "may_strike": request.actor.may(Permission.STAY_FOLLOW),
    }
    return render(request, f"{_FOLDER}/stay.html", context)


@requires(Permission.DOCUMENT_READ)
@require_safe
def paper(request: StaffRequest, admission_id: UUID, stay_paper_id: UUID) -> HttpResponse:
    """Hand out the file of one paper and remember who opened it."""
    try:
        opened = open_paper(admission_id, stay_paper_id, by=request.actor, at=request.arrived_at)
    except StayNotFound:
        raise Http404 from None
    return file_answer(opened)


@requires(Permission.STAY_KEY_IN)
@require_http_methods(["GET", "POST"])
@found_stay
def papers(request: StaffRequest, admission_id: UUID) -> HttpResponse:
    """Add papers that came by fax or mail."""
    found = stay_for(request.actor, admission_id)
    data = request.POST if request.method == "POST" else None
    form = PapersForm(
        data,
        files=request.FILES if data is not None else None,
        zone=zone_of(request),
        at=request.arrived_at,
    )
    kept = read_signed(request.POST.get("kept", ""), request.actor)
    if data is not None:
        form.full_clean()
        kept, refused = take_in(form.cleaned_data.get("papers") or (), kept)
        for sentence in refused:
            form.add_error("papers", sentence)
        if not kept and not refused:
            form.add_error("papers", "Choose the papers.")
        if form.is_valid() and form.received_at is not None:
            add_papers(
                found.id,
                [(form.cleaned_data["kind"], one.reopened()[1]) for one in kept],
                received_at=form.received_at,
                by=request.actor,
                at=request.arrived_at,
            )
            messages.success(request, "The papers are on the stay.")
            return redirect("staff:admission", admission_id=found.id)
    context = {"stay": found, "form": form, "kept": kept, "signed": signed(kept, request.actor)}
    return render(request, f"{_FOLDER}/papers.html", context, status=form.status)


@requires(Permission.STAY_FOLLOW)
@require_http_methods(["GET", "POST"])
@found_stay
def identify(request: StaffRequest, admission_id: UUID) -> HttpResponse:
    """Search for the patient and say who it is."""
    return identify_page(
        request,
        stay_for(request.actor, admission_id),
        identify_patient,
        folder=_FOLDER,
        back=reverse("staff:admission", args=[admission_id]),
        done="The patient is identified.",
    )


@requires(Permission.STAY_KEY_IN)
@require_http_methods(["GET", "POST"])
@in_english
def key_in(request: StaffRequest) -> HttpResponse:
    """Key in a notice that came by telephone or fax."""
    paper = paper_of(request)
    form = NoticeForm(
        request.POST if request.method == "POST" else None,
        paper=paper,
        zone=zone_of(request),
        at=request.arrived_at,
        hospitals=hospitals_of(request.actor.tenant_id),
        initial={"client_key": str(uuid4())},
    )
    if form.is_bound and form.is_valid():
        done = _keyed(request, form, paper)
        if done is not None:
            messages.success(request, f"Receipt {done.number}: read it to the caller.")
            return redirect("staff:admission", admission_id=done.id)
    context = {"form": form, "paper": paper, "tabs": tabs(request.actor, "staff:stay_key_in")}
    return render(request, f"{_FOLDER}/key_in.html", context, status=form.status)


def _keyed(request: StaffRequest, form: NoticeForm, paper: PaperInHand | None) -> Admission | None:
    by, at = request.actor, request.arrived_at
    hospital: Any = form.hospital_meant()
    if isinstance(hospital, NewHospital):
        known = hospital_with_npi(by.tenant_id, hospital.npi)
        hospital = (known or add_hospital(hospital, by=by, at=at)).id
    told = form.notification(hospital, by)
    try:
        if paper is None:
            return notify(told, face_sheet=None, by=by, at=at)
        return notify_on_paper(paper.id, told, has_face_sheet=form.has_face_sheet, by=by, at=at)
    except (SameKeyOtherContent, *PAPER_REFUSED) as refusal:
        form.add_error(None, str(refusal))
    except NotPossible as refusal:
        for name, sentence in refusal.problems.items():
            form.add_error(name if name in form.fields else None, sentence)
    return None


def _paper(document: Document, found: Admission, zone: ZoneInfo) -> Paper:
    held = document.is_held_back
    address = reverse("staff:admission_paper", args=[found.id, document.id])
    return Paper(
        name=document.title,
        kind=document.get_source_display(),
        received=staff_time(document.received_at, zone),
        size=size_words(document.size),
        scan=document.get_scan_display(),
        scan_ok=document.scan == Document.Scan.CLEAN,
        href="" if held else address,
    )
