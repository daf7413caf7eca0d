"""The pages of the appeals desk."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.appeals.actions.add_papers import add_papers
from openmso.casework.appeals.actions.file_appeal import (
    AppealedAlready,
    NothingToAppeal,
    file_appeal,
)
from openmso.casework.appeals.actions.file_payment_appeal import file_payment_appeal
from openmso.casework.appeals.actions.open_paper import open_paper
from openmso.casework.appeals.domain.deciding import NotQualifiedToAnswer
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.speed import NEVER_FAST
from openmso.casework.appeals.domain.states import OPEN
from openmso.casework.appeals.queries import (
    AppealNotFound,
    appeal_for,
    appeals_of_request,
    physicians_of,
)
from openmso.casework.prior_auth.domain.extension import NotExtendable
from openmso.casework.prior_auth.domain.ruling import NotAYes
from openmso.casework.prior_auth.queries import RequestNotFound, request_for
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.versions import ChangedMeanwhile

from ..acting.page import ActPage
from ..foreign import Page, like_absent
from ..members.views import member_seen
from ..prior_auth.papers.file_answer import file_answer
from ..staff_request import StaffRequest, zone_of
from ..uploads import Kept, read_signed, signed, take_in
from .act import Act
from .acts import (
    ACTS,
    AcceptLate,
    ChooseReviewer,
    Dismiss,
    Extend,
    KeepCareGoing,
    NoteAuthority,
    Withdraw,
)
from .answering import ANSWERS, OrderPart, OrderPayment, Overturn, OverturnInPart, Uphold
from .forms import FileForm, PapersForm, received_now
from .page import appeal_page
from .payment_acts import CaseFileSent, EntityAnswer, RecordPayment
from .payment_form import PaymentForm
from .speed_acts import MakeUrgent, RefuseFast, ToldNotFast

_TEMPLATES = "staff_portal/appeals"
_found = like_absent(AppealNotFound, RequestNotFound)
_ACT_PAGE = ActPage(
    template=f"{_TEMPLATES}/act.html",
    may_not=(NotQualifiedToAnswer,),
    closed=(MoveNotAllowed, ChangedMeanwhile, NotExtendable),
    to_correct=(NotPossible, NotAYes),
)


@requires(Permission.CASE_READ)
@require_safe
@_found
def appeal(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
    """Show one appeal: the first decision, what is new, what can be done."""
    found = appeal_for(request.actor, appeal_id)
    page = appeal_page(found, viewer=request.actor, at=request.arrived_at, zone=zone_of(request))
    acts = [
        (act.title, reverse(act.url, args=[found.id]))
        for act in (*ANSWERS, *ACTS)
        if request.actor.may(act.permission) and act.is_open_for(found)
    ]
    if found.state in OPEN and request.actor.may(Permission.APPEAL_FILE):
        acts.append(("Add papers that arrived", reverse("staff:appeal_add", args=[found.id])))
    if found.state in OPEN and request.actor.may(Permission.APPEAL_PREPARE):
        acts.append(("It is a grievance", reverse("staff:appeal_is_grievance", args=[found.id])))
    context = {"appeal": found, "page": page, "acts": acts}
    return render(request, f"{_TEMPLATES}/appeal.html", context)


@requires(Permission.DOCUMENT_READ)
@require_safe
@_found
def paper(request: StaffRequest, appeal_id: UUID, appeal_paper_id: UUID) -> HttpResponse:
    """Hand out the file of one paper and remember who opened it."""
    opened = open_paper(appeal_id, appeal_paper_id, by=request.actor, at=request.arrived_at)
    return file_answer(opened)


@requires(Permission.APPEAL_FILE)
@require_http_methods(["GET", "POST"])
@_found
def file(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """File an appeal that reached us against a decision on this request."""
    case = request_for(request.actor, request_id)
    zone, at = zone_of(request), request.arrived_at
    if request.method != "POST":
        initial = {"client_key": str(uuid4()), **received_now(at, zone)}
        form = FileForm(zone=zone, at=at, initial=initial)
        context = {
            "case": case,
            "form": form,
            "earlier": appeals_of_request(request.actor, request_id),
        }
        return render(request, f"{_TEMPLATES}/file.html", context)
    form = FileForm(request.POST, zone=zone, at=at, files=request.FILES)
    form.is_valid()
    kept = _taken_in(request, form)
    status = 422
    if form.is_valid():
        files = [one.reopened() for one in kept]
        filing = form.filing(request_id, by=request.actor)
        try:
            filed = file_appeal(filing, files=files, by=request.actor, at=at)
        except (NotPossible, SameKeyOtherContent) as refusal:
            form.add_error(None, str(refusal))
        except (NothingToAppeal, AppealedAlready) as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            messages.success(request, f"Appeal {filed.number} is filed.")
            return redirect("staff:appeal", appeal_id=filed.id)
    context = {"case": case, "form": form, "kept": kept, "signed": signed(kept, request.actor)}
    return render(request, f"{_TEMPLATES}/file.html", context, status=status)


@requires(Permission.APPEAL_FILE)
@require_http_methods(["GET", "POST"])
@_found
def file_payment(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """File an appeal that reached us about a claim of this member that was not paid."""
    member = member_seen(request, member_id)
    zone, at = zone_of(request), request.arrived_at
    posted = request.method == "POST"
    form = PaymentForm(
        request.POST if posted else None,
        zone=zone,
        at=at,
        people=physicians_of(request.actor.tenant_id),
        files=request.FILES if posted else None,
        initial={"client_key": str(uuid4()), **received_now(at, zone)},
    )
    status, kept = form.status, list[Kept]()
    if posted:
        form.is_valid()
        kept = _taken_in(request, form)
        status = 422
    if posted and form.is_valid():
        files = [one.reopened() for one in kept]
        filing = form.filing(member.id, by=request.actor)
        try:
            filed = file_payment_appeal(filing, files=files, by=request.actor, at=at)
        except (NotPossible, SameKeyOtherContent) as refusal:
            form.add_error(None, str(refusal))
        except (NothingToAppeal, AppealedAlready) as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            never = f" {NEVER_FAST}" if filing.fast else ""
            messages.success(request, f"Appeal {filed.number} is filed.{never}")
            return redirect("staff:appeal", appeal_id=filed.id)
    context = {
        "member": member,
        "form": form,
        "never_fast": NEVER_FAST,
        "kept": kept,
        "signed": signed(kept, request.actor),
    }
    return render(request, f"{_TEMPLATES}/file_payment.html", context, status=status)


@requires(Permission.APPEAL_FILE)
@require_http_methods(["GET", "POST"])
@_found
def add(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
    """Put papers on an appeal, with their own received time."""
    found = appeal_for(request.actor, appeal_id)
    zone, at = zone_of(request), request.arrived_at
    if request.method != "POST":
        form = PapersForm(zone=zone, at=at, initial=received_now(at, zone))
        return render(request, f"{_TEMPLATES}/add.html", {"appeal": found, "form": form})
    form = PapersForm(request.POST, zone=zone, at=at, files=request.FILES)
    form.is_valid()
    kept = _taken_in(request, form)
    status = 422
    if form.is_valid() and form.received_at is not None:
        try:
            add_papers(
                found.id,
                files=[one.reopened() for one in kept],
                words=form.cleaned_data["words"],
                source=form.cleaned_data["source"],
                received_at=form.received_at,
                by=request.actor,
                at=at,
            )
        except NotPossible as refusal:
            form.add_error("papers", str(refusal))
        except MoveNotAllowed as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            messages.success(request, "The papers are on the appeal.")
            return redirect("staff:appeal", appeal_id=found.id)
    context = {"appeal": found, "form": form, "kept": kept, "signed": signed(kept, request.actor)}
    return render(request, f"{_TEMPLATES}/add.html", context, status=status)


def _taken_in(request: StaffRequest, form: Any) -> list[Any]:
    before = read_signed(request.POST.get("kept", ""), request.actor)
    kept, refused = take_in(form.cleaned_data.get("papers") or (), before)
    for sentence in refused:
        form.add_error("papers", sentence)
    return kept


def _act_page(form_class: type[Act]) -> Page:
    """Return the page of one act, open to those who hold its permission."""

    @requires(form_class.permission)
    @require_http_methods(["GET", "POST"])
    @_found
    def page(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
        found = appeal_for(request.actor, appeal_id)
        return _ACT_PAGE.answer(request, form_class, found)

    return page


choose_reviewer = _act_page(ChooseReviewer)
note_authority = _act_page(NoteAuthority)
accept_late = _act_page(AcceptLate)
make_urgent = _act_page(MakeUrgent)
extend = _act_page(Extend)
dismiss = _act_page(Dismiss)
withdraw = _act_page(Withdraw)
overturn = _act_page(Overturn)
overturn_in_part = _act_page(OverturnInPart)
uphold = _act_page(Uphold)
order_payment = _act_page(OrderPayment)
order_part = _act_page(OrderPart)
refuse_fast = _act_page(RefuseFast)
told_not_fast = _act_page(ToldNotFast)
case_file_sent = _act_page(CaseFileSent)
entity_answer = _act_page(EntityAnswer)
record_payment = _act_page(RecordPayment)
keep_care_going = _act_page(KeepCareGoing)
