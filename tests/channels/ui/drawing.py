"""Draws a template of the house as a page would: with a request and a frame that is given."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.template import Context, Engine
from django.test import RequestFactory
from django.utils import translation

from openmso.channels.ui.frame import Frame, Language

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
SUNDAY_NOON = datetime(2026, 11, 22, 12, 0, tzinfo=LOS_ANGELES)


def a_frame(**wishes: Any) -> Frame:
    facts: dict[str, Any] = {
        "language": translation.get_language() or "en",
        "brand": "Harborview Medical Office",
        "legal_name": "Harborview Medical Office, Inc.",
        "year": "2026",
        "zone": LOS_ANGELES,
        "here": "/",
        "languages": (Language("en", "English", True), Language("es", "Español", False)),
        "signed_in_as": "Rosa Delgado",
        "area": "staff",
        "menu": (),
        "idle_seconds": 900,
        "warn_seconds": 120,
        "arrived_at": SUNDAY_NOON,
        "demo": False,
    }
    return Frame(**(facts | wishes))


def drawn(template: str, **context: Any) -> str:
    """Return the HTML of a template or part in English; `frame` may be among the context."""
    request = RequestFactory().get("/")
    everything = {"frame": a_frame(), "request": request, "csrf_token": "token"} | context
    with translation.override("en"):
        return str(Engine.get_default().get_template(template).render(Context(everything)))
