"""The pages of the night desk."""

from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.inpatient.post_stabilization.actions.ask import ask
from openmso.casework.inpatient.post_stabilization.actions.ask_on_paper import ask_on_paper
from openmso.casework.inpatient.post_stabilization.actions.identify_member import identify_member
from openmso.casework.inpatient.post_stabilization.actions.open_paper import open_paper
from openmso.casework.inpatient.post_stabilization.actions.record_never_asked import (
    record_never_asked,
)
from openmso.casework.inpatient.post_stabilization.domain.request import NotPossible
from openmso.casework.inpatient.post_stabilization.domain.signer import NotQualifiedToDisagree
from openmso.casework.inpatient.post_stabilization.domain.states import OPEN, State
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.inpatient.post_stabilization.queries import CaseNotFound, case_for
from openmso.casework.prior_auth.domain.physician_signature import SignatureNotInForce
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.channels.ui.presenters.facts import Paper
from openmso.channels.ui.presenters.post_stabilization import night_page
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents.models import Document
from openmso.office.documents.queries import papers_received
from openmso.roster.eligibility.finding import known_members
from openmso.roster.members.domain.search import MemberSearch
from openmso.roster.providers.actions.add_hospital import NewHospital, add_hospital
from openmso.roster.providers.hospitals import hospital_with_npi, hospitals_of

from ..acting.page import ActPage
from ..foreign import Page, like_absent
from ..identify import identify_page
from ..in_english import in_english
from ..letters.of_case import letters_in
from ..paper_in_hand import PAPER_REFUSED, PaperInHand, paper_of
from ..prior_auth.papers.file_answer import file_answer
from ..prior_auth.papers.words import size_words
from ..staff_request import StaffRequest, zone_of
from .acts import ACTS, Act, Consult, Disagree, EndIt, SayYes
from .key_in import CallForm, NeverAskedForm

_TEMPLATES = "staff_portal/post_stabilization"
_LETTERS = Permission.LETTER_READ
_found = like_absent(CaseNotFound)
_ACT_PAGE = ActPage(
    template=f"{_TEMPLATES}/act.html",
    may_not=(NotQualifiedToDisagree, SignatureNotInForce),
    to_correct=(NotPossible,),
)


@requires(Permission.CASE_READ)
@require_safe
@_found
@in_english
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Show one night: what is known, who is responsible, what can be done."""
    found = case_for(request.actor, case_id)
    zone = zone_of(request)
    night = night_page(found, at=request.arrived_at, zone=zone)
    context = {
        "case": found,
        "night": night,
        "letters": letters_in(night.events, zone) if request.actor.may(_LETTERS) else [],
        "papers": [_paper(one, found, zone) for one in papers_received(found.tenant_id, found.id)],
        "acts": [
            (act.title, reverse(act.url, args=[found.id]))
            for act in ACTS
            if act.is_open_for(found) and request.actor.may(act.permission)
        ],
        "may_identify": found.member_id is None
        and found.state in OPEN | {State.PLAN_RESPONSIBLE}
        and request.actor.may(Permission.POST_STABILIZATION_FOLLOW),
    }
    return render(request, f"{_TEMPLATES}/case.html", context)


@requires(Permission.DOCUMENT_READ)
@require_safe
def paper(request: StaffRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    """Hand out the file of one paper and remember who opened it."""
    try:
        opened = open_paper(case_id, paper_id, by=request.actor, at=request.arrived_at)
    except CaseNotFound:
        raise Http404 from None
    return file_answer(opened)


def _paper(document: Document, found: PostStabilization, zone: ZoneInfo) -> Paper:
    held = document.is_held_back
    address = reverse("staff:post_stabilization_paper", args=[found.id, document.id])
    return Paper(
        name=document.title,
        kind=document.get_source_display(),
        received=staff_time(document.received_at, zone),
        size=size_words(document.size),
        scan=document.get_scan_display(),
        scan_ok=document.scan == Document.Scan.CLEAN,
        href="" if held else address,
    )


def _act_page(form_class: type[Act]) -> Page:
    """Return the page of one act, open to those who hold its permission."""

    @requires(form_class.permission)
    @require_http_methods(["GET", "POST"])
    @_found
    def page(request: StaffRequest, case_id: UUID) -> HttpResponse:
        return _ACT_PAGE.answer(request, form_class, case_for(request.actor, case_id))

    return page


yes = _act_page(SayYes)
disagree = _act_page(Disagree)
consult = _act_page(Consult)
end = _act_page(EndIt)


@requires(Permission.POST_STABILIZATION_FOLLOW)
@require_http_methods(["GET", "POST"])
@_found
def identify(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Search for the patient and say who it is."""
    return identify_page(
        request,
        case_for(request.actor, case_id),
        identify_member,
        folder=_TEMPLATES,
        back=reverse("staff:post_stabilization_case", args=[case_id]),
        done="The patient is identified; their own plan sets the time.",
    )


@requires(Permission.POST_STABILIZATION_KEY_IN)
@require_http_methods(["GET", "POST"])
@in_english
def key_in(request: StaffRequest) -> HttpResponse:
    """Key in a call or fax by the same script as on the hospital's page."""
    paper = paper_of(request)
    form = CallForm(_data(request), paper=paper, **_around(request))
    if form.is_bound and form.is_valid():
        try:
            case = _asked(request, form, paper)
        except (SameKeyOtherContent, *PAPER_REFUSED) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Receipt {case.number}: read it to the caller.")
            return redirect("staff:post_stabilization_case", case_id=case.id)
    context = {"form": form, "paper": paper}
    return render(request, f"{_TEMPLATES}/key_in.html", context, status=form.status)


def _asked(request: StaffRequest, form: CallForm, paper: PaperInHand | None) -> PostStabilization:
    by, at = request.actor, request.arrived_at
    told, hospital = form.request(by), form.hospital_meant()
    if paper is None:
        return ask(told, hospital=hospital, by=by, at=at)
    return ask_on_paper(
        paper.id, told, hospital=hospital, has_face_sheet=form.has_face_sheet, by=by, at=at
    )


@requires(Permission.POST_STABILIZATION_KEY_IN)
@require_http_methods(["GET", "POST"])
@in_english
def never_asked(request: StaffRequest) -> HttpResponse:
    """Put on record that a hospital never asked."""
    form = NeverAskedForm(_data(request), **_around(request))
    if form.is_bound and form.is_valid():
        case = _never_asked(request, form)
        if case is not None:
            messages.success(request, f"On record as {case.number}.")
            return redirect("staff:post_stabilization_case", case_id=case.id)
    return render(request, f"{_TEMPLATES}/never_asked.html", {"form": form}, status=form.status)


def _never_asked(request: StaffRequest, form: NeverAskedForm) -> PostStabilization | None:
    by, at, patient = request.actor, request.arrived_at, form.patient()
    search = MemberSearch(number=patient.plan_number, birth_date=patient.birth_date)
    members = known_members(by, search)
    if len(members) != 1:
        form.add_error("plan_number", "This number and birth date do not name one member of ours.")
        return None
    hospital = form.hospital_meant()
    if isinstance(hospital, NewHospital):
        known = hospital_with_npi(by.tenant_id, hospital.npi)
        hospital = (known or add_hospital(hospital, by=by, at=at)).id
    try:
        return record_never_asked(
            hospital_id=hospital,
            member_id=members[0].member_id,
            patient=patient,
            care=form.care_told(),
            client_key=f"staff-{by.id}-{form.cleaned_data['client_key']}"[:80],
            by=by,
            at=at,
        )
    except IntegrityError:
        form.add_error(None, "This form was sent before. Look for it in the member's cases.")
        return None


def _data(request: StaffRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _around(request: StaffRequest) -> dict[str, Any]:
    return {
        "zone": zone_of(request),
        "at": request.arrived_at,
        "hospitals": hospitals_of(request.actor.tenant_id),
        "initial": {"client_key": str(uuid4())},
    }
