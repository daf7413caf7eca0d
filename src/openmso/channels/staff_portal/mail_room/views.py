"""The list of papers that wait, one paper, and what can be done with it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from openmso.casework.prior_auth.actions.take_paper_back import take_paper_back
from openmso.channels.ui.forms import Form
from openmso.office.access.actor import Actor
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents.store import FileLost
from openmso.office.mail_room.actions.hand_on import hand_on
from openmso.office.mail_room.actions.open_file import open_file
from openmso.office.mail_room.actions.reject import reject
from openmso.office.mail_room.actions.take_back import take_back
from openmso.office.mail_room.domain.outcome import OutcomeNotPossible, State, Way
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.queries import (
    PaperNotFound,
    files_of,
    how_many,
    paper_for,
    settled_papers,
    waiting_papers,
)
from openmso.office.mail_room.steps.settling import SettledMeanwhile
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.queries import history

from ..prior_auth.papers.file_answer import file_answer
from ..prior_auth.words.history import timeline
from ..staff_request import StaffRequest, zone_of
from .addresses import after_of, pages_of
from .forms import BackForm, HandOnForm, RejectForm
from .words import STATES, facts_of, files_in_words, notes_on, rows_of

PaperView = TypeVar("PaperView", bound=Callable[..., HttpResponse])

FOLDER = "staff_portal/mail_room"
WAITING, DONE = "waiting", "done"
_CAN_COME_BACK = {State.ON_CASE, State.HANDED_ON, State.REJECTED}
_OF_HOSPITALS = (
    (
        "A hospital asks about a stabilized patient",
        "staff:post_stabilization_key_in",
        Permission.POST_STABILIZATION_KEY_IN,
    ),
    ("A hospital tells us of an admission", "staff:stay_key_in", Permission.STAY_KEY_IN),
)


def on_a_paper(view: PaperView) -> PaperView:
    """Answer "not found" for a paper this person may not see, and say who was faster."""

    @wraps(view)
    def page(request: StaffRequest, mail_id: UUID, **more: Any) -> HttpResponse:
        try:
            return view(request, mail_id, **more)
        except (PaperNotFound, FileLost):
            raise Http404 from None
        except SettledMeanwhile as refusal:
            messages.warning(request, str(refusal))
            return redirect("staff:mail_paper", mail_id=mail_id)

    return cast("PaperView", page)


@requires(Permission.REQUEST_KEY_IN)
@require_GET
def inbox(request: StaffRequest) -> HttpResponse:
    """List what waits, the longest waiting first; or what was dealt with last. Two queries."""
    shown = DONE if request.GET.get("show") == DONE else WAITING
    after = after_of(request.GET.get("after", ""))
    if shown == DONE:
        rows, next_page = settled_papers(request.actor), None
    else:
        page = waiting_papers(request.actor, after=after)
        rows, next_page = page.rows, page.next
    context = {
        "rows": rows_of(rows, zone_of(request)),
        "shown": shown,
        "waiting": how_many(request.actor),
        "pages": pages_of(next_page, is_first=after is None),
    }
    return render(request, f"{FOLDER}/list.html", context)


@requires(Permission.REQUEST_KEY_IN)
@require_GET
@on_a_paper
def paper(request: StaffRequest, mail_id: UUID) -> HttpResponse:
    """Show one paper with its files, its history and what can be done. Three queries."""
    found, zone = paper_for(request.actor, mail_id), zone_of(request)
    context = {
        **_heading(found),
        "notes": notes_on(found),
        "facts": facts_of(found, zone),
        "files": files_in_words(found, files_of(found), zone),
        "history": timeline(history(found.tenant_id, found.id), zone=zone),
        "can_be_keyed": found.is_waiting and not found.trouble,
        "of_hospitals": _of_hospitals(found, request.actor),
        "can_come_back": State(found.state) in _CAN_COME_BACK,
    }
    return render(request, f"{FOLDER}/paper.html", context)


def _of_hospitals(paper: ArrivedPaper, viewer: Actor) -> list[tuple[str, str]]:
    """Return what a fax may also be: the night's request, or the notice of an admission."""
    if paper.way != Way.FAX:
        return []
    return [
        (title, reverse(page))
        for title, page, permission in _OF_HOSPITALS
        if viewer.may(permission)
    ]


@requires(Permission.DOCUMENT_READ)
@require_GET
@on_a_paper
def file(request: StaffRequest, mail_id: UUID, mail_file_id: UUID) -> HttpResponse:
    """Hand out one file and remember who opened it."""
    opened = open_file(mail_id, mail_file_id, by=request.actor, at=request.arrived_at)
    return file_answer(opened)


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_paper
def reject_page(request: StaffRequest, mail_id: UUID) -> HttpResponse:
    """Reject a paper, with its reason and how the sender is told."""

    def act(form: RejectForm) -> None:
        reject(mail_id, form.rejection(), by=request.actor, at=request.arrived_at)

    return _act(request, mail_id, RejectForm, act, title="Reject this paper", button="Reject it")


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_paper
def hand_on_page(request: StaffRequest, mail_id: UUID) -> HttpResponse:
    """Hand a paper to the desk whose business it is."""

    def act(form: HandOnForm) -> None:
        words, by, at = form.cleaned_data["words"], request.actor, request.arrived_at
        hand_on(mail_id, form.desk_chosen, words=words, by=by, at=at)

    return _act(request, mail_id, HandOnForm, act, title="Hand it on", button="Hand it on")


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_paper
def back_page(request: StaffRequest, mail_id: UUID) -> HttpResponse:
    """Take an outcome back: the paper waits again, with its first received time."""
    found = paper_for(request.actor, mail_id)
    again = take_paper_back if found.state == State.ON_CASE else take_back

    def act(form: BackForm) -> None:
        again(mail_id, why=form.cleaned_data["why"], by=request.actor, at=request.arrived_at)

    return _act(
        request, mail_id, BackForm, act, title="Put it back into the tray", button="Put it back"
    )


def _act(
    request: StaffRequest,
    mail_id: UUID,
    kind: type[Form],
    act: Callable[[Any], None],
    *,
    title: str,
    button: str,
) -> HttpResponse:
    found = paper_for(request.actor, mail_id)
    form = kind(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound and form.is_valid():
        try:
            act(form)
        except (OutcomeNotPossible, MoveNotAllowed) as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            messages.success(request, f"{found.number}: done.")
            return redirect("staff:mail_room")
    context = {**_heading(found), "form": form, "title": title, "button": button}
    answer = form.status if status == 200 else status
    return render(request, f"{FOLDER}/act.html", context, status=answer)


def _heading(found: ArrivedPaper) -> dict[str, Any]:
    return {"paper": found, "state": STATES[found.state]}
