"""A page whose frame is drawn once: for what a busy front desk asks hundreds of times a day.

Banner, menu and footer are the same all day for one person; only the token that protects forms,
the moment of printing and the page's own part change. These are put into their places.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import escape

from openmso.channels.ui.frame import Frame, frame
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.tenants.queries import tenant_by_id

from .pages import PracticeRequest, office_today

_TITLE, _TOKEN, _PRINTED, _MAIN = (
    f"\x1a{place}\x1a" for place in ("title", "token", "when", "main")
)


def lean_page(
    request: PracticeRequest, title: str, template: str, context: Mapping[str, Any]
) -> HttpResponse:
    """Return the page: `template` is its main part and is drawn without the request."""
    shell = _shell(_Asker(request))
    zone = tenant_by_id(request.actor.tenant_id).zone
    text = (
        shell.replace(_TITLE, escape(title))
        .replace(_TOKEN, get_token(request))
        .replace(_PRINTED, staff_time(request.arrived_at, zone))
        .replace(_MAIN, render_to_string(template, dict(context)))
    )
    return HttpResponse(text)


class _Asker:
    """Whom a frame is drawn for; two requests of one person on one day and page are equal."""

    def __init__(self, request: PracticeRequest) -> None:
        actor = request.actor
        self.request: PracticeRequest | None = request
        self._key: tuple[UUID | None, str, frozenset[Any], str, object] = (
            actor.id,
            actor.name,
            actor.permissions,
            request.path.split("/")[2],
            office_today(request),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asker) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=512)
def _shell(asker: _Asker) -> str:
    request, asker.request = asker.request, None  # the kept key must not hold a whole request
    if request is None:
        raise ValueError("a frame is drawn for a request")
    around: Frame = frame(request)["frame"]
    return render_to_string(
        "provider_portal/lean_page.html",
        {
            "frame": replace(around, path=""),
            "csrf_token": _TOKEN,
            "title": _TITLE,
            "printed": _PRINTED,
            "main": _MAIN,
            "messages": (),
        },
        request,
    )
