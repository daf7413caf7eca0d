"""The desk of our published decisions."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.appeals.queries import AppealNotFound
from openmso.casework.external_review.queries import ReviewNotFound
from openmso.channels.ui.forms import Form
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.line_of_business import line_in_words
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.timeline.case_kinds import kind_of
from openmso.oversight.our_decisions.actions.release import (
    MayLeadToAPerson,
    ReleasedAlready,
    release,
)
from openmso.oversight.our_decisions.actions.take_back import NothingPublic, SayWhy, take_back
from openmso.oversight.our_decisions.decided import (
    Decided,
    NotDecided,
    decided_appeal,
    decided_cases,
    decided_review,
)
from openmso.oversight.our_decisions.domain.releasing import MOST_LETTERS
from openmso.oversight.our_decisions.queries import cases_with_texts, public_text_of

from ..staff_request import StaffRequest, zone_of

_FOLDER = "staff_portal/our_decisions"


class TextForm(Form):
    text = forms.CharField(
        label="Text for everybody",
        max_length=MOST_LETTERS,
        help_text="What was asked for in broad words, what was decided, and why. No name, no day, "
        "no number. It is shown as you write it.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class BackForm(Form):
    why = forms.CharField(label="Why is it taken back?", max_length=300)


@requires(Permission.REPORT_REVIEW)
@require_safe
def our_decisions(request: StaffRequest) -> HttpResponse:
    """List the newest decided cases, and which of them have a public text. Three queries."""
    public, zone = cases_with_texts(request.actor.tenant_id), zone_of(request)
    rows = [
        {
            "number": number,
            "kind": kind_of(kind).label,
            "decided": staff_time(at, zone),
            "href": _page_of(kind, case_id),
            "public": case_id in public,
        }
        for kind, case_id, number, at in decided_cases(request.actor)
    ]
    return render(request, f"{_FOLDER}/list.html", {"rows": rows})


@requires(Permission.REPORT_REVIEW)
@require_http_methods(["GET", "POST"])
def publish_appeal(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
    """Write the text about an answered appeal."""
    try:
        return _publish(request, decided_appeal(request.actor, appeal_id))
    except AppealNotFound:
        raise Http404 from None
    except NotDecided as refusal:
        return _not_decided(request, refusal)


@requires(Permission.REPORT_REVIEW)
@require_http_methods(["GET", "POST"])
def publish_review(request: StaffRequest, review_id: UUID) -> HttpResponse:
    """Write the text about a ruling from outside."""
    try:
        return _publish(request, decided_review(request.actor, review_id))
    except ReviewNotFound:
        raise Http404 from None
    except NotDecided as refusal:
        return _not_decided(request, refusal)


def _not_decided(request: StaffRequest, refusal: NotDecided) -> HttpResponse:
    status = 409 if request.method == "POST" else 200
    return render(request, f"{_FOLDER}/not_decided.html", {"why": str(refusal)}, status=status)


def _publish(request: StaffRequest, decided: Decided) -> HttpResponse:
    public = public_text_of(request.actor.tenant_id, decided.id)
    made = BackForm if public else TextForm
    form = made(request.POST if request.method == "POST" else None)
    status = form.status
    if request.method == "POST" and form.is_valid():
        try:
            done = _carry_out(request, decided, form)
        except MayLeadToAPerson as refusal:
            for reason in refusal.reasons:
                form.add_error("text", reason)
            status = form.status
        except SayWhy as refusal:
            form.add_error("why", str(refusal))
            status = form.status
        except (ReleasedAlready, NothingPublic) as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            messages.success(request, done)
            return redirect("staff:our_decisions")
    context = {
        "number": decided.number,
        "case_href": reverse(kind_of(decided.kind).page, args=[decided.id]),
        "facts": _facts(decided),
        "public": public,
        "form": form,
    }
    return render(request, f"{_FOLDER}/publish.html", context, status=status)


def _carry_out(request: StaffRequest, decided: Decided, form: Form) -> str:
    at, by = request.arrived_at, request.actor
    if isinstance(form, BackForm):
        take_back(decided.id, why=form.cleaned_data["why"], by=by, at=at)
        return "The text is taken back."
    release(decided, text=form.cleaned_data["text"], by=by, at=at)
    return "The text is public."


def _facts(decided: Decided) -> list[Fact]:
    pairs = (
        ("Year", str(decided.year)),
        ("Decided by", decided.decided_by.replace("_", " ")),
        ("Outcome", decided.outcome.replace("_", " ")),
        ("Line of business", line_in_words(decided.line_of_business)),
        ("Care", decided.category.replace("_", " ")),
    )
    return [Fact(label=label, value=value) for label, value in pairs]


def _page_of(kind: str, case_id: UUID) -> str:
    name = "publish_appeal" if kind == APPEAL else "publish_review"
    return reverse(f"staff:{name}", args=[case_id])
