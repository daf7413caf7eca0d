"""The list of programs, registering one, one program with its reviews."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.incentives.actions.begin import NotToBegin, begin, end
from openmso.office.incentives.actions.register import NameTaken, register
from openmso.office.incentives.actions.review import NotToBeSigned, review
from openmso.office.incentives.domain.screening import Side, State, Verdict
from openmso.office.incentives.models import IncentiveProgram
from openmso.office.incentives.queries import (
    ProgramNotFound,
    program_for,
    programs,
    reasons_against,
)
from openmso.office.incentives.questions import questions

from ..staff_request import StaffRequest, zone_of
from .forms import ProgramForm, ReviewForm

_FOLDER = "staff_portal/incentives"
_STATES: dict[str, StatusTag] = {
    State.REGISTERED: StatusTag("Not begun: being screened", StatusTone.WAITING),
    State.ACTIVE: StatusTag("Runs", StatusTone.GOOD),
    State.REFUSED: StatusTag("Refused", StatusTone.STOP),
    State.ENDED: StatusTag("Ended", StatusTone.QUIET),
}
_SIDES = {
    Side.MEDICAL: Permission.INCENTIVE_REVIEW_MEDICAL,
    Side.COMPLIANCE: Permission.INCENTIVE_REVIEW_COMPLIANCE,
}


@requires(Permission.INCENTIVE_READ)
@require_GET
def incentives(request: StaffRequest) -> HttpResponse:
    """List every program with its state. Two queries."""
    rows = [{"program": one, "state": _STATES[one.state]} for one in programs(request.actor)]
    context = {"rows": rows, "may_register": request.actor.may(Permission.INCENTIVE_REGISTER)}
    return render(request, f"{_FOLDER}/list.html", context)


@requires(Permission.INCENTIVE_REGISTER)
@require_http_methods(["GET", "POST"])
def new_incentive(request: StaffRequest) -> HttpResponse:
    """Register a program."""
    form = ProgramForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            program = register(form.program(), by=request.actor, at=request.arrived_at)
        except NameTaken as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, "It is registered. Nobody may promise it before it begins.")
            return redirect("staff:incentive", incentive_id=program.id)
    return render(request, f"{_FOLDER}/new.html", {"form": form}, status=form.status)


@requires(Permission.INCENTIVE_READ)
@require_http_methods(["GET", "POST"])
def incentive(request: StaffRequest, incentive_id: UUID) -> HttpResponse:
    """Show one program; take the signature of the side that the viewer may sign for."""
    program = _program(request, incentive_id)
    side = _side_of(request.actor)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and side is None:
        raise PermissionDenied
    if form.is_bound and side is not None and form.is_valid():
        try:
            review(
                program.id,
                side,
                Verdict(form.cleaned_data["verdict"]),
                words=form.cleaned_data["words"],
                by=request.actor,
                at=request.arrived_at,
            )
        except NotToBeSigned as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Signed.")
            return redirect("staff:incentive", incentive_id=program.id)
    context = _context(request, program, form, side)
    return render(request, f"{_FOLDER}/program.html", context, status=form.status)


@requires(Permission.INCENTIVE_REGISTER)
@require_POST
def move_incentive(request: StaffRequest, incentive_id: UUID) -> HttpResponse:
    """Let a program begin, or end one that runs."""
    program = _program(request, incentive_id)
    move = end if program.state == State.ACTIVE else begin
    try:
        move(program.id, by=request.actor, at=request.arrived_at)
    except NotToBegin as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Done.")
    return redirect("staff:incentive", incentive_id=program.id)


def _program(request: StaffRequest, incentive_id: UUID) -> IncentiveProgram:
    try:
        return program_for(request.actor, incentive_id)
    except ProgramNotFound:
        raise Http404 from None


def _side_of(viewer: Actor) -> Side | None:
    return next((side for side, permission in _SIDES.items() if viewer.may(permission)), None)


def _context(
    request: StaffRequest, program: IncentiveProgram, form: ReviewForm, side: Side | None
) -> dict[str, Any]:
    zone = zone_of(request)
    reviews = list(program.reviews.all())
    is_open = program.state == State.REGISTERED
    signed = {one.side for one in reviews}
    may_register = request.actor.may(Permission.INCENTIVE_REGISTER)
    return {
        "program": program,
        "state": _STATES[program.state],
        "facts": [
            Fact(label="Who is rewarded", value=program.get_whom_display()),
            Fact(label="What they get", value=program.reward),
            Fact(label="For what", value=program.goal),
            Fact(label="First day", value=staff_date(program.from_on)),
            Fact(
                label="Registered by",
                value=program.registered_by_name,
                below=staff_time(program.registered_at, zone),
            ),
        ],
        "answers": [
            Fact(
                label=one.text,
                value="Yes" if program.answers.get(one.code) else "No",
                below=one.citation,
            )
            for one in questions()
        ],
        "reviews": [
            {
                "side": one.side,
                "verdict": one.get_verdict_display(),
                "words": one.words,
                "who": f"{one.signed_by_name}, {staff_time(one.signed_at, zone)}",
            }
            for one in reviews
        ],
        "against": reasons_against(program) if is_open else (),
        "form": form,
        "may_sign": is_open and side is not None and side not in signed,
        "may_begin": is_open and may_register,
        "may_end": program.state == State.ACTIVE and may_register,
    }
