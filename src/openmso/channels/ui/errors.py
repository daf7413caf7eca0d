"""The fixed pages for what went wrong. They show no data and need no table."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return in_place_of_the_page(request, page(400))


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return in_place_of_the_page(request, page(403))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return in_place_of_the_page(request, page(404))


def broken(request: HttpRequest) -> HttpResponse:
    """The answer to a fault of ours; when it is the database that is away, when to try again."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        answer = page(503)
        answer["Retry-After"] = "5"
    else:
        answer = page(500)
    return in_place_of_the_page(request, answer)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer when a form's protection token does not fit. Named as CSRF_FAILURE_VIEW."""
    return in_place_of_the_page(request, page(403, "ui/errors/form_expired.html"))


def in_place_of_the_page(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let a page that answers a script stand where the whole page stood, not in a part of it."""
    if request.headers.get("HX-Request") == "true":
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#main"
        answer["HX-Reswap"] = "outerHTML"
    return answer


def page(status: int, template: str = "") -> HttpResponse:
    """Return the fixed page of a status: 400, 403, 404, 500 or 503."""
    return HttpResponse(render_to_string(template or f"ui/errors/{status}.html"), status=status)
