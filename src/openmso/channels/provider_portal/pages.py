"""What every page of the portal shares: its permission, its practice, its language, its refusals.

The portal speaks English; a person who reads the public pages in another language finds whole
English pages here, marked as such.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from openmso.casework.prior_auth.queries import RequestNotFound
from openmso.office.access.actor import Actor
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar

LANGUAGE = "en"


class PracticeRequest(HttpRequest):
    """A request of a signed-in person of a practice; `arrived_at` is UTC."""

    actor: Actor
    arrived_at: datetime


PracticeView = Callable[..., HttpResponse]


def practice_page(
    permission: Permission, *methods: str
) -> Callable[[PracticeView], Callable[..., HttpResponse]]:
    """Declare a page of the portal: the permission it needs and the methods it answers.

    An account without a practice is refused: it would see every practice's requests. What is not
    this practice's is not found.
    """

    def declare(view: PracticeView) -> Callable[..., HttpResponse]:
        @requires(permission)
        @require_http_methods(list(methods) or ["GET", "HEAD"])
        @wraps(view)
        def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.actor.practice_id is None:
                raise PermissionDenied
            with translation.override(LANGUAGE):
                try:
                    answer = view(request, *args, **kwargs)
                except RequestNotFound:
                    raise Http404 from None
            answer.headers.setdefault("Content-Language", LANGUAGE)
            return answer

        return page

    return declare


def practice_of(request: PracticeRequest) -> UUID:
    """Return the practice of the signed-in person."""
    practice_id = request.actor.practice_id
    if practice_id is None:
        raise PermissionDenied
    return practice_id


def office_today(request: PracticeRequest) -> date:
    """Return the office's own day at the moment of the request."""
    return office_calendar(request.actor.tenant_id).local(request.arrived_at).date()
