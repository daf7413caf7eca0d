"""The physician's page, the letter before the signature, and the signature."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from openmso.casework.prior_auth.actions.approve import NoCriterionNamed
from openmso.casework.prior_auth.actions.approve_in_part import NotAPart
from openmso.casework.prior_auth.denial import CriterionNotInForce
from openmso.casework.prior_auth.domain.decision import NotQualifiedToDeny
from openmso.casework.prior_auth.domain.states import State
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.letters.composing import IncompleteLetter
from openmso.office.moves import MoveNotAllowed
from openmso.roster.benefits.models import BenefitSection
from openmso.roster.benefits.queries import benefit_sections

from ...staff_request import StaffRequest, zone_of
from ..case_file import CaseFile, case_file, note_to_physician
from ..papers.words import paper
from ..refusals import OVERTAKEN, on_a_case, overtaken, typed_in
from ..review.points import point_cards
from ..talks.words import talk_of
from ..words.asked import case_facts, service_facts
from ..words.banners import criteria_banners
from ..words.clocks import clock_badges
from ..words.states import STATES
from .form import DecisionForm
from .reading import reading_of
from .signing import Draft, carry_out, rehearse, seal, shown_on_screen, unseal
from .standing import Standing, standing_of

_MISTAKES = (CriterionNotInForce, NoCriterionNamed, NotAPart)
_NO_LETTER = (IncompleteLetter, LookupError)


@requires(Permission.PRIOR_AUTH_DENY)
@require_http_methods(["GET", "POST"])
@on_a_case
def decide(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Show the desk; a sent form comes back as the letter to sign, or with its mistakes."""
    file, sections, standing = _read(request, request_id)
    data = request.POST if request.method == "POST" else None
    form = DecisionForm(data, file=file, sections=sections, standing=standing)
    if moved := _moved_on(file):
        return overtaken(request, request_id, moved, typed_in(form))
    if data is None:
        return _desk(request, file, standing, form)
    if "change" in data:
        return _desk(request, file, standing, form, status=200)
    return _previewed(request, file, standing, form)


@requires(Permission.PRIOR_AUTH_DENY)
@require_POST
@on_a_case
def sign(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Sign one case. Without the sealed list of what was shown, or with other words than the letter
    that was shown, the letter is shown again."""
    file, sections, standing = _read(request, request_id)
    form = DecisionForm(request.POST, file=file, sections=sections, standing=standing)
    if moved := _moved_on(file):
        return overtaken(request, request_id, moved, typed_in(form))
    shown = unseal(request.POST.get("shown", ""), file.request, request.actor)
    if shown is None or not form.is_valid() or shown["typed"] != form.fingerprint():
        return _previewed(request, file, standing, form)
    if not standing.may_decide:
        return _refused(request, file, standing, form, _in_the_way(standing))
    shown["signed_with"] = {"version": form.cleaned_data["version"]}
    try:
        done = carry_out(form, shown=shown, by=request.actor, at=request.arrived_at)
    except NotQualifiedToDeny as refusal:
        return _refused(request, file, standing, form, refusal.reasons)
    except OVERTAKEN as refusal:
        return overtaken(request, request_id, refusal, typed_in(form))
    except _MISTAKES as mistake:
        form.add_error(None, str(mistake))
        return _desk(request, file, standing, form)
    messages.success(request, f"Signed: {done.number} is {done.get_state_display()}.")
    return redirect("staff:prior_auth_case", request_id=done.id)


@requires(Permission.PRIOR_AUTH_DENY)
@require_POST
def reading_grade(request: StaffRequest) -> HttpResponse:
    """Say at which grade a text reads: a fragment beside the box."""
    reading = reading_of(request.POST.get("plain_reason", "")[:3000])
    tone = "too-hard" if reading.too_hard else "fine"
    return HttpResponse(
        format_html('<span class="grade grade--{}">{}</span>', tone, reading.sentence)
    )


def _read(
    request: StaffRequest, request_id: UUID
) -> tuple[CaseFile, list[BenefitSection], Standing]:
    file = case_file(request.actor, request_id, whole=False)
    case = file.request
    sections = (
        benefit_sections(case.tenant_id, case.plan_id, case.service_from_on.year)
        if case.plan_id
        else []
    )
    standing = standing_of(file, request.actor, at=request.arrived_at)
    return file, [section for section in sections if not section.covered], standing


def _moved_on(file: CaseFile) -> MoveNotAllowed | None:
    """Return what to tell somebody whose case is no longer on the physicians' list."""
    state = file.request.state
    if state == State.WITH_PHYSICIAN:
        return None
    return MoveNotAllowed(
        f"This case is {STATES[state].words.lower()}; it is not with a physician."
    )


def _previewed(
    request: StaffRequest, file: CaseFile, standing: Standing, form: DecisionForm
) -> HttpResponse:
    """Answer with the letter as it would go out, or with what is in the way."""
    if not standing.may_decide:
        return _refused(request, file, standing, form, _in_the_way(standing))
    if not form.is_valid():
        return _desk(request, file, standing, form)
    try:
        drafts = rehearse(form, by=request.actor, at=request.arrived_at)
    except NotQualifiedToDeny as refusal:
        return _refused(request, file, standing, form, refusal.reasons)
    except OVERTAKEN as refusal:
        return overtaken(request, file.request.id, refusal, typed_in(form))
    except _MISTAKES as mistake:
        form.add_error(None, str(mistake))
        return _desk(request, file, standing, form)
    except _NO_LETTER as problem:
        form.add_error(None, f"The letter cannot be written yet: {problem}")
        return _desk(request, file, standing, form)
    return _letter(request, file, form, drafts)


def _letter(
    request: StaffRequest, file: CaseFile, form: DecisionForm, drafts: Sequence[Draft]
) -> HttpResponse:
    shown = shown_on_screen(file, form, drafts, at=request.arrived_at)
    context = {
        "case": file.request,
        "form": form,
        "drafts": drafts,
        "carried": _carried(form),
        "shown": seal(shown, file.request, request.actor),
    }
    return render(request, "staff_portal/prior_auth/decide/letter.html", context)


def _carried(form: DecisionForm) -> list[tuple[str, str]]:
    """What was typed, for hidden fields of the page with the letter."""
    return [(field.html_name, str(value)) for field in form if (value := field.value())]


def _desk(
    request: StaffRequest,
    file: CaseFile,
    standing: Standing,
    form: DecisionForm,
    *,
    reasons: Sequence[str] = (),
    status: int | None = None,
) -> HttpResponse:
    case, zone = file.request, zone_of(request)
    plain = form["plain_reason"].value() or ""
    context: dict[str, Any] = {
        "case": case,
        "state": STATES[case.state],
        "standing": standing,
        "form": form,
        "reasons": reasons,
        "clocks": clock_badges(file.deadlines, at=request.arrived_at, zone=zone),
        "facts": case_facts(case, zone),
        "services": service_facts(file),
        "points": point_cards(file),
        "edition": case.criteria_edition,
        "banners": criteria_banners(file, request.actor, at=request.arrived_at),
        "papers": [paper(one, case, file.opened, zone) for one in file.documents],
        "talks": [talk_of(one, zone) for one in file.talks],
        "reading": reading_of(str(plain)),
        "note": note_to_physician(case),
    }
    return render(
        request,
        "staff_portal/prior_auth/decide/desk.html",
        context,
        status=form.status if status is None else status,
    )


def _refused(
    request: StaffRequest,
    file: CaseFile,
    standing: Standing,
    form: DecisionForm,
    reasons: Sequence[str],
) -> HttpResponse:
    """Answer 403 on the same page, with every reason and everything that was typed."""
    return _desk(request, file, standing, form, reasons=reasons, status=403)


def _in_the_way(standing: Standing) -> list[str]:
    return [check.sentence for check in standing.checks if not check.met]
