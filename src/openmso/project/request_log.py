"""One log line a request: method, path without its query, answer, milliseconds, account."""

from time import perf_counter
from typing import Any

import structlog
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware
from django_structlog.signals import bind_extra_request_finished_metadata


class RequestLogMiddleware(RequestMiddleware):
    """django-structlog's middleware, without query strings and without loading the account.

    Searches carry names and member numbers in the query; who asked is taken from the actor that
    the access middleware has found, so that a page for nobody costs no look-up here.
    """

    def prepare(self, request: HttpRequest) -> None:
        request.META["openmso.began"] = perf_counter()
        super().prepare(request)

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"

    @staticmethod
    def bind_user_id(request: HttpRequest) -> None:
        actor = getattr(request, "actor", None)
        if actor is not None:
            structlog.contextvars.bind_contextvars(account_id=str(actor.id))


@receiver(bind_extra_request_finished_metadata)
def add_milliseconds(
    request: HttpRequest, response: HttpResponse, log_kwargs: dict[str, Any], **_: object
) -> None:
    began = request.META.get("openmso.began")
    if began is not None:
        log_kwargs["milliseconds"] = round((perf_counter() - began) * 1000, 1)
