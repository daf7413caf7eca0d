"""The page of one act: its form, what is in the way, and back to the case when it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.versions import ChangedMeanwhile

from ..staff_request import StaffRequest, zone_of
from ..uploads import Kept, one_file, signed
from .act import Act

AnyAct = TypeVar("AnyAct", bound=Act[Any])
Errors = tuple[type[Exception], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """`done` says what happened; empty when nothing did, and `reasons` may say why."""

    status: int
    reasons: Sequence[str] = ()
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPage:
    """The page of the acts of one desk: its template, and what the errors of its actions mean.

    `may_not`: this person may not, 403. `closed`: not as the case stands now, 409. `to_correct`:
    what was typed must change, 422. Of an error with `reasons` each is shown.
    """

    template: str
    may_not: Errors = ()
    closed: Errors = (MoveNotAllowed, ChangedMeanwhile)
    to_correct: Errors = ()

    def answer(
        self,
        request: StaffRequest,
        form_class: type[AnyAct],
        case: Model,
        *,
        about: str = "",
        **more: Any,
    ) -> HttpResponse:
        """Show the form of an act; carry it out when it was sent. `more` is for the form."""
        form = act_form(request, form_class, case, **more)
        in_the_way, kept = form.in_the_way(), list[Kept]()
        if in_the_way:
            outcome = _Outcome(status=409, reasons=(in_the_way,))
        else:
            kept = _take_paper(request, form)
            outcome = self._carried_out(request, form)
        if outcome.done:
            messages.success(request, outcome.done)
            return redirect(form.back, case.pk)
        context = {
            form.called: case,
            "form": form,
            "about": about,
            "reasons": outcome.reasons,
            "kept": kept,
            "signed": signed(kept, request.actor),
        }
        return render(request, self.template, context, status=outcome.status)

    def _carried_out(self, request: StaffRequest, form: Act[Any]) -> _Outcome:
        if not form.is_valid():
            return _Outcome(status=form.status)
        done = ""
        try:
            done = form.carry_out(by=request.actor, at=request.arrived_at)
        except self.may_not as refusal:
            return _Outcome(status=403, reasons=_reasons(refusal))
        except self.closed as refusal:
            return _Outcome(status=409, reasons=_reasons(refusal))
        except self.to_correct as refusal:
            form.add_error(None, str(refusal))
        return _Outcome(status=form.status, done=done)


def act_form(request: StaffRequest, form_class: type[AnyAct], case: Model, **more: Any) -> AnyAct:
    """Return the form of an act on this case, with what was sent."""
    posted = request.method == "POST"
    return form_class(
        request.POST if posted else None,
        request.FILES if posted else None,
        case=case,
        viewer=request.actor,
        zone=zone_of(request),
        at=request.arrived_at,
        **more,
    )


def _take_paper(request: StaffRequest, form: Act[Any]) -> list[Kept]:
    """Take in the paper that came along; return what the page says is here already."""
    if not form.is_bound:
        return []
    before = request.POST.get("kept", "")
    form.paper_taken_in, kept = one_file(form, before, needed=form.file_needed, by=request.actor)
    return kept


def _reasons(refusal: Exception) -> Sequence[str]:
    reasons: Sequence[str] = getattr(refusal, "reasons", (str(refusal),))
    return reasons
