"""Keying a request: one form, looked up as it is filled, sent once."""

import secrets
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.casework.criteria.queries import NoEdition
from openmso.casework.prior_auth.actions.open_record import DocumentNotFound
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.actions.receive_paper import receive_paper
from openmso.casework.prior_auth.actions.split import NotToBeSplit, split
from openmso.casework.prior_auth.letters.occasion import OccasionMissing
from openmso.casework.prior_auth.queries import RequestNotFound, request_for
from openmso.casework.prior_auth.steps.sent_before import Received, SameKeyOtherContent
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.store import FileLost
from openmso.office.mail_room.domain.outcome import OutcomeNotPossible
from openmso.office.mail_room.steps.settling import SettledMeanwhile
from openmso.office.moves import MoveNotAllowed

from ..paper_in_hand import PaperInHand, paper_of
from ..second_request import FIELD, SecondRequest, unsealed
from ..staff_request import StaffRequest, zone_of
from ..uploads import Kept, read_signed, signed, take_in
from .desk import Desk
from .form import KeyInForm
from .member import search_member
from .outcome import outcome_of
from .weighing import weigh

FIND, CHOOSE, FORGET, LOOK, SEND = "find", "choose", "forget", "look", "send"
_SPLIT_GONE = (
    "The case was changed meanwhile, or its file was split before. Nothing was sent. Open the case "
    "and choose the pages again."
)
_FILES_GONE = "A file you had chosen is gone. Choose the files again."


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
def key_in(request: StaffRequest) -> HttpResponse:
    """Show the empty form; look things up; or send it and say what became of it."""
    if request.method != "POST":
        second, paper = _second(request), paper_of(request)
        source = second or paper
        given = source.typed_already() if source else {"channel": "fax"}
        form = KeyInForm(
            zone=zone_of(request),
            at=request.arrived_at,
            initial={"client_key": secrets.token_urlsafe(18), **given},
        )
        return _page(request, _desk(request, form, second, paper), [])
    step = _step(request)
    form = _form(request, step)
    desk = _desk(request, form, _second(request), paper_of(request))
    kept, refused = _files(request, form)
    if step != SEND:
        _look(desk, step)
    for sentence in refused:
        form.add_error("papers", sentence)
    if step != SEND:
        return _page(request, desk, kept, status=form.status if form.errors else 200)
    desk.check()
    if not form.is_valid():
        return _page(request, desk, kept)
    return _send(request, desk, kept)


@requires(Permission.REQUEST_KEY_IN)
@require_POST
def member_part(request: StaffRequest) -> HttpResponse:
    """Answer with the member part of the form alone, searched or chosen."""
    step = _step(request)
    desk = _desk(request, _form(request, step))
    _look(desk, step)
    return render(request, "staff_portal/key_in/_member.html", _context(desk, []))


@requires(Permission.REQUEST_KEY_IN)
@require_POST
def practice_part(request: StaffRequest) -> HttpResponse:
    """Answer with the practices of the doctor keyed."""
    desk = _desk(request, _form(request, LOOK))
    desk.form.quiet()
    return render(request, "staff_portal/key_in/_practice.html", _context(desk, []))


@requires(Permission.REQUEST_KEY_IN)
@require_POST
def completeness(request: StaffRequest) -> HttpResponse:
    """Answer with what the request would come to as it stands."""
    desk = _desk(request, _form(request, LOOK), _second(request), paper_of(request))
    kept = read_signed(request.POST.get("kept", ""), request.actor)
    chosen = desk.form.cleaned_data.get("files_chosen") or 0
    context = {"weighed": weigh(desk, documents=len(kept) + chosen)}
    return render(request, "staff_portal/key_in/_weighed.html", context)


@requires(Permission.REQUEST_KEY_IN)
@require_GET
def keyed(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Say what became of the request, and offer the next one."""
    try:
        case = request_for(request.actor, request_id)
    except RequestNotFound:
        raise Http404 from None
    outcome = outcome_of(case, at=request.arrived_at)
    return render(request, "staff_portal/key_in/done.html", {"outcome": outcome, "case": case})


def _send(request: StaffRequest, desk: Desk, kept: list[Kept]) -> HttpResponse:
    form = desk.form
    try:
        files = [one.reopened() for one in kept]
        received = _receive(request, desk, files)
    except (SameKeyOtherContent, SettledMeanwhile, OutcomeNotPossible) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, desk, kept, status=409)
    except (MoveNotAllowed, DocumentNotFound, NotToBeSplit):
        form.add_error(None, _SPLIT_GONE)
        return _page(request, desk, kept, status=409)
    except FileLost:
        form.add_error("papers", _FILES_GONE)
        return _page(request, desk, [])
    except (RequestNotFound, NoEdition, OccasionMissing) as problem:
        form.add_error(None, f"It cannot be taken yet: {problem} Tell your supervisor.")
        return _page(request, desk, kept)
    return redirect("staff:keyed", request_id=received.request.id)


def _receive(request: StaffRequest, desk: Desk, files: Sequence[tuple[str, Inspected]]) -> Received:
    second, by, at = desk.second, request.actor, request.arrived_at
    if desk.paper is not None:
        return receive_paper(desk.paper.id, request=desk.request(), files=files, by=by, at=at)
    if second is None:
        return receive(desk.request(), files=files, by=by, at=at)
    return split(
        second.request_id,
        document_id=second.document.id,
        pages=second.pages,
        other=desk.request(),
        files=files,
        by=by,
        at=at,
    )


def _second(request: StaffRequest) -> SecondRequest | None:
    """Return which pages the request is keyed from, None for one that came by itself."""
    text = request.POST.get(FIELD) or request.GET.get(FIELD)
    if not text:
        return None
    second = unsealed(text, request.actor)
    if second is None:
        raise Http404
    return second


def _step(request: StaffRequest) -> str:
    if CHOOSE in request.POST:
        return CHOOSE
    step = request.POST.get("step", SEND)
    return step if step in {FIND, FORGET, LOOK} else SEND


def _form(request: StaffRequest, step: str) -> KeyInForm:
    data = request.POST.copy()
    if step == CHOOSE:
        data["member"] = request.POST[CHOOSE]
    elif step in {FIND, FORGET}:
        data["member"] = ""
    return KeyInForm(data, zone=zone_of(request), at=request.arrived_at, files=request.FILES)


def _desk(
    request: StaffRequest,
    form: KeyInForm,
    second: SecondRequest | None = None,
    paper: PaperInHand | None = None,
) -> Desk:
    """Look up what the form names, then read the form: its lists depend on what was looked up."""
    desk = Desk(form=form, viewer=request.actor, at=request.arrived_at, second=second, paper=paper)
    form.full_clean()
    return desk


def _look(desk: Desk, step: str) -> None:
    desk.form.quiet_but_for_search() if step == FIND else desk.form.quiet()
    if step == FIND:
        desk.member = search_member(desk.form, desk.viewer, on=desk.on)


def _files(request: StaffRequest, form: KeyInForm) -> tuple[list[Kept], list[str]]:
    before = read_signed(request.POST.get("kept", ""), request.actor)
    return take_in(form.cleaned_data.get("papers") or (), before)


def _context(desk: Desk, kept: list[Kept], signed_list: str = "") -> dict[str, Any]:
    return {
        "form": desk.form,
        "second": desk.second,
        "paper": desk.paper,
        "member": desk.member,
        "practice": desk.practice,
        "weighed": weigh(desk, documents=len(kept)) if desk.form.is_bound else None,
        "kept": kept,
        "signed": signed_list,
    }


def _page(
    request: StaffRequest, desk: Desk, kept: list[Kept], *, status: int | None = None
) -> HttpResponse:
    context = _context(desk, kept, signed(kept, request.actor))
    return render(
        request,
        "staff_portal/key_in/form.html",
        context,
        status=desk.form.status if status is None else status,
    )
