"""The list, one request, and what a practice can do about it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.talk_to_peer import NoSuchTalk, answer_talk
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.actions.write_message import write_message
from openmso.casework.prior_auth.glance import glance
from openmso.casework.prior_auth.queries import request_for
from openmso.channels.ui.forms.papers import checked_papers
from openmso.channels.ui.older_rows import read_after
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.documents.queries import papers_received
from openmso.office.moves import MoveNotAllowed

from ..pages import PracticeRequest, practice_page
from ..states_in_words import state_in_words
from .detail import request_page as detail_of
from .files import file_answer, letter_document
from .forms import AddForm, FilterForm, MessageForm, WithdrawForm
from .listing import RequestList

_READ, _SUBMIT = Permission.PRACTICE_REQUEST_READ, Permission.PRACTICE_REQUEST_SUBMIT
_FOLDER = "provider_portal/my_requests"


@practice_page(_READ)
def requests(request: PracticeRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    after = read_after(request.GET.get("after", ""))
    found = RequestList(request.actor, state=state, after=after, at=request.arrived_at)
    return render(request, f"{_FOLDER}/list.html", {"list": found, "form": form})


@practice_page(_READ)
def request_page(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    return _page(request, request_id, MessageForm())


@practice_page(_READ)
def status(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Answer where a request stands; nothing but a 304 while that is what the asker knows."""
    now = glance(request.actor, request_id)
    tag = f'"{now.version}-{now.state}-{int(now.silence)}"'
    if request.headers.get("If-None-Match") == tag:
        answer: HttpResponse = HttpResponse(status=304)
    elif request.headers.get("HX-Request") == "true":
        words = state_in_words(now.state, silence_means="silent" if now.silence else "")
        answer = render(
            request, f"{_FOLDER}/_status.html", {"id": now.id, "words": words, "tag": tag}
        )
    else:
        words = state_in_words(now.state, silence_means="silent" if now.silence else "")
        answer = JsonResponse(
            {
                "number": now.number,
                "state": now.state,
                "words": words.tag.words,
                "who_has_it": words.holder,
                "version": now.version,
            }
        )
    answer["ETag"] = tag
    return answer


@practice_page(_READ, "POST")
def message(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _page(request, request_id, form)
    write_message(
        request_id, text=form.cleaned_data["text"], by=request.actor, at=request.arrived_at
    )
    return redirect(reverse("practice:request", args=[request_id]) + "#messages")


@practice_page(_SUBMIT, "GET", "HEAD", "POST")
def add(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Add papers and words; what was missing is shown beside the form."""
    case = request_for(request.actor, request_id)
    sent = request.method == "POST"
    form = AddForm(request.POST if sent else None, request.FILES if sent else None)
    status = form.status
    if form.is_valid() and (files := _inspected(form)) is not None:
        try:
            add_information(
                request_id,
                files=files,
                words=form.cleaned_data["words"],
                diagnoses=[code] if (code := form.cleaned_data["diagnosis"]) else [],
                received_at=request.arrived_at,
                source=str(Document.Source.PORTAL),
                by=request.actor,
                at=request.arrived_at,
            )
        except MoveNotAllowed as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            return redirect("practice:request", request_id)
    elif form.is_bound:
        status = 422
    missing = [one["sentence"] for one in case.missing]
    return render(
        request,
        f"{_FOLDER}/add.html",
        {"form": form, "id": case.id, "number": case.number, "missing": missing},
        status=status,
    )


@practice_page(_SUBMIT, "GET", "HEAD", "POST")
def take_back(request: PracticeRequest, request_id: UUID) -> HttpResponse:
    """Ask whether the request shall really be taken back, and say what follows; then do it."""
    case = request_for(request.actor, request_id)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    status = form.status
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(
                request_id,
                asked_by=case.practice.name,
                why=form.cleaned_data["why"],
                by=request.actor,
                at=request.arrived_at,
            )
        except MoveNotAllowed as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            return redirect("practice:request", request_id)
    return render(
        request,
        f"{_FOLDER}/withdraw.html",
        {"form": form, "id": case.id, "number": case.number},
        status=status,
    )


@practice_page(_SUBMIT, "POST")
def answer_offer(request: PracticeRequest, request_id: UUID, talk_id: UUID) -> HttpResponse:
    """Choose a time for the talk between the doctors, or decline it."""
    chosen = request.POST.get("slot", "")
    try:
        slot = datetime.fromisoformat(chosen) if chosen else None
        answer_talk(request_id, talk_id, slot=slot, by=request.actor, at=request.arrived_at)
    except (NoSuchTalk, ValueError, TypeError):
        form = MessageForm()
        sentence = "That time is no longer on offer. Choose one of the times shown."
        return _page(request, request_id, form, problem=sentence, status=409)
    return redirect("practice:request", request_id)


@practice_page(_READ)
def paper(request: PracticeRequest, request_id: UUID, document_id: UUID) -> HttpResponse:
    """Hand out a paper that was sent with a request of this practice."""
    case = request_for(request.actor, request_id)
    found = [one for one in papers_received(case.tenant_id, case.id) if one.id == document_id]
    if not found or found[0].is_held_back:
        raise Http404
    return file_answer(found[0])


@practice_page(_READ)
def letter(request: PracticeRequest, letter_id: UUID) -> HttpResponse:
    """Hand out a letter to this practice, as it was printed."""
    return file_answer(letter_document(request.actor, letter_id))


def _page(
    request: PracticeRequest,
    request_id: UUID,
    form: MessageForm,
    *,
    problem: str = "",
    status: int | None = None,
) -> HttpResponse:
    page = detail_of(request.actor, request_id, at=request.arrived_at)
    return render(
        request,
        f"{_FOLDER}/request.html",
        {"page": page, "form": form, "problem": problem},
        status=status or form.status,
    )


def _inspected(form: AddForm) -> Sequence[tuple[str, Inspected]] | None:
    """Return the files that were sent, checked; None after putting a sentence beside the field."""
    found = checked_papers(form)
    said = form.cleaned_data
    if not form.errors and not found and not said["words"].strip() and not said["diagnosis"]:
        form.add_error(None, "Add a file, a diagnosis or a few words first.")
    return None if form.errors else found
