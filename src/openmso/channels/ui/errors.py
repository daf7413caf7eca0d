"""The fixed pages for what went wrong. They show no data and need no table."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(404)


def broken(request: HttpRequest) -> HttpResponse:
    return page(500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer when a form's protection token does not fit. Named as CSRF_FAILURE_VIEW."""
    return page(403, "ui/errors/form_expired.html")


def page(status: int, template: str = "") -> HttpResponse:
    """Return the fixed page of a status: 400, 403, 404, 409, 422, 500 or 503."""
    return HttpResponse(render_to_string(template or f"ui/errors/{status}.html"), status=status)
