"""The fixed pages for what went wrong. They show no data and need no table."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from openmso.office.access.models import Account
from openmso.office.access.own_language import own_language


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """The answer to a fault of ours; when it is the database that is away, when to try again."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        answer = page(request, 503)
        answer["Retry-After"] = "5"
        return answer
    return page(request, 500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer when a form's protection token does not fit. Named as CSRF_FAILURE_VIEW."""
    return page(request, 403, "ui/errors/form_expired.html")


def in_place_of_the_page(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let a page that answers a script stand where the whole page stood, not in a part of it."""
    if request.headers.get("HX-Request") == "true":
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#main"
        answer["HX-Reswap"] = "outerHTML"
    return answer


def page(request: HttpRequest, status: int, template: str = "") -> HttpResponse:
    """Return the fixed page of a status (400, 403, 404, 500 or 503) in the reader's language."""
    with translation.override(_language_of_the_reader(request)):
        words = render_to_string(template or f"ui/errors/{status}.html")
    return in_place_of_the_page(request, HttpResponse(words, status=status))


def _language_of_the_reader(request: HttpRequest) -> str | None:
    """Return the language of who is known to be signed in, else the browser's. Asks no table."""
    user = request.user if vars(request).get("actor") else None
    own = own_language(user) if isinstance(user, Account) else None
    return own or translation.get_language()
