"""What a case page answers when a thing cannot be done: not found, changed meanwhile, not allowed.

Absent and foreign cases get the same page. A page that was overtaken keeps what was typed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render

from openmso.casework.prior_auth.actions.answer_point import NoSuchPoint
from openmso.casework.prior_auth.actions.approve import NotForANurse
from openmso.casework.prior_auth.actions.open_record import DocumentNotFound
from openmso.casework.prior_auth.actions.say_not_duplicates import NothingToCompare
from openmso.casework.prior_auth.domain.physician_signature import SignatureNotInForce
from openmso.casework.prior_auth.queries import RequestNotFound, request_for
from openmso.channels.ui.errors import in_place_of_the_page
from openmso.office.access.actor import NotAllowed
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.queries import history
from openmso.office.timeline.versions import ChangedMeanwhile

from ..staff_request import StaffRequest, zone_of
from .words.history import timeline

CaseView = TypeVar("CaseView", bound=Callable[..., HttpResponse])

NOT_FOUND = (RequestNotFound, DocumentNotFound, NoSuchPoint)
OVERTAKEN = (MoveNotAllowed, ChangedMeanwhile, NothingToCompare)
_LINES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """Something a person had typed, shown again so that nothing is lost."""

    label: str
    text: str


def on_a_case(view: CaseView) -> CaseView:
    """Turn what the actions refuse into pages of the case."""

    @wraps(view)
    def page(request: StaffRequest, request_id: UUID, **more: Any) -> HttpResponse:
        try:
            return view(request, request_id, **more)
        except NOT_FOUND:
            raise Http404 from None
        except OVERTAKEN as refusal:
            return overtaken(request, request_id, refusal)
        except NotForANurse as refusal:
            return refused(request, request_id, (str(refusal),))
        except SignatureNotInForce as refusal:
            return refused(request, request_id, refusal.reasons, asks_for_attestation=True)
        except NotAllowed:
            raise PermissionDenied from None

    return cast("CaseView", page)


def overtaken(
    request: StaffRequest, request_id: UUID, refusal: Exception, typed: Sequence[Typed] = ()
) -> HttpResponse:
    """Answer 409: what changed, and what the person had typed."""
    case = request_for(request.actor, request_id)
    lines = history(request.actor.tenant_id, case.id)[-_LINES_SHOWN:]
    context = {
        "case": case,
        "sentence": str(refusal),
        "lines": timeline(lines, zone=zone_of(request)),
        "typed": typed,
    }
    page = render(request, "staff_portal/prior_auth/overtaken.html", context, status=409)
    return in_place_of_the_page(request, page)


def refused(
    request: StaffRequest,
    request_id: UUID,
    reasons: Sequence[str],
    typed: Sequence[Typed] = (),
    *,
    asks_for_attestation: bool = False,
) -> HttpResponse:
    """Answer 403 inside the case with every reason."""
    case = request_for(request.actor, request_id)
    context = {
        "case": case,
        "reasons": reasons,
        "typed": typed,
        "asks_for_attestation": asks_for_attestation,
    }
    page = render(request, "staff_portal/prior_auth/refused.html", context, status=403)
    return in_place_of_the_page(request, page)


def typed_in(form: forms.Form) -> list[Typed]:
    """Return what was typed into a form, hidden fields and files left out."""
    return [
        Typed(str(field.label), str(field.value()))
        for field in form
        if not field.is_hidden and field.value() and not isinstance(field.field, forms.FileField)
    ]
