"""The demo's own pages: who can sign in with which code, the clock, and what left the house."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_POST

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.access.pages import public, requires
from openmso.office.access.permissions import Permission
from openmso.project.demo_clock import push

from .mails import mails_of
from .nights import HOSPITALS
from .outbox import piece_called, pieces_of
from .pushes import PUSHES, push_called
from .sign_ins import seconds_left, sign_ins
from .standing import letters_still_to_print


@public
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Show everybody's sign-in with the code that holds now, and the clock."""
    _only_in_a_demo()
    actor: Actor | None = vars(request)["actor"]
    page = render(
        request,
        "demo/desk.html",
        {
            "sign_ins": sign_ins(),
            "seconds_left": seconds_left(),
            "now": clock.now(),
            "pushes": PUSHES,
            "may_push": actor is not None and actor.may(Permission.DEMO_CLOCK),
            "letters_to_print": letters_still_to_print(),
            "hospital_numbers": ", ".join(number for _, number, _ in HOSPITALS),
        },
    )
    # A code that is shown from a cache is a wrong one.
    patch_cache_control(page, no_store=True)
    return page


@requires(Permission.DEMO_CLOCK)
@require_POST
def push_clock(request: HttpRequest) -> HttpResponse:
    """Push the demo's clock by one of the offered lengths and let what is due happen."""
    _only_in_a_demo()
    chosen = push_called(request.POST.get("by", ""))
    if chosen is None:
        messages.error(request, "The clock moves by one of the four buttons only.")
    else:
        push(chosen.by)
        messages.success(
            request,
            f"The demo's clock went {chosen.label} ahead. "
            "What came due in between happens within a few seconds.",
        )
    return HttpResponseRedirect(reverse("demo:desk"))


@requires(Permission.DEMO_CLOCK)
@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what the mail house, the fax gateway and the mail server have received from here."""
    _only_in_a_demo()
    actor: Actor = vars(request)["actor"]
    context = {"pieces": pieces_of(actor), "mails": mails_of(actor)}
    return render(request, "demo/outbox.html", context)


@requires(Permission.DEMO_CLOCK)
@require_GET
def piece(request: HttpRequest, dispatch_id: UUID) -> HttpResponse:
    """Open one received piece as the vendor got it."""
    _only_in_a_demo()
    actor: Actor = vars(request)["actor"]
    found = piece_called(actor, dispatch_id)
    if found is None:
        raise Http404
    return HttpResponse(
        found, content_type="application/pdf", headers={"Content-Disposition": "inline"}
    )


def _only_in_a_demo() -> None:
    if not hasattr(settings, "DEMO_DATA_DIR"):
        raise Http404
