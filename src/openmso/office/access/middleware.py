"""Who is asking, when, and may they open this page: decided once, before any view runs.

Sets `request.actor` (None on public pages without a session) and `request.arrived_at`. Refuses a
page that declares no rule, an idle or old session, a person who owes the second factor, and a
permission that is missing. A request of nobody sees no office's rows; only the pages on which
people sign in look for them in every office. A fragment request is answered with a redirect of the
whole page, so that a sign-in form never lands inside a table.
"""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from openmso.office import clock
from openmso.office.tenants.whose_rows import (
    show_every_office,
    show_nobody,
    shows_every_office,
)

from .models import Account
from .pages import PUBLIC, SECOND_FACTOR_PAGES, SIGN_IN_PAGES, rule_of
from .permissions import Permission

LAST_SEEN = "last_seen"
BEGAN = "began"


class PageWithoutRule(RuntimeError):
    """A page was reached that names no permission."""


class AccessMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        vars(request)["arrived_at"] = clock.now()
        vars(request)["actor"] = None
        try:
            return self.get_response(request)
        finally:
            if shows_every_office():
                show_nobody()

    def process_view(
        self, request: HttpRequest, view: object, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        view_name = match.view_name if match else ""
        rule = rule_of(view, view_name)
        if rule is None:
            raise PageWithoutRule(f'page "{view_name}" names no permission')
        account = _signed_in_account(request)
        if view_name in SIGN_IN_PAGES:
            show_every_office()
        elif account is None:
            show_nobody()
        if account is None:
            return None if rule == PUBLIC else _to_sign_in(request)
        if _owes_second_factor(request, account):
            if rule == PUBLIC or view_name in SECOND_FACTOR_PAGES:
                return None
            return _redirect(request, reverse("mfa_index"))
        vars(request)["actor"] = account.as_actor()
        if rule == PUBLIC or vars(request)["actor"].may(Permission(rule)):
            return None
        raise PermissionDenied


def _signed_in_account(request: HttpRequest) -> Account | None:
    if not isinstance(request.user, Account):
        return None
    account = request.user
    # Idleness is measured on the machine's own clock: pushing a demo's clock is not idling.
    now = int(time.time())
    last_seen = request.session.get(LAST_SEEN, now)
    began = request.session.setdefault(BEGAN, now)
    seen = _within(now - last_seen, settings.IDLE_SECONDS[account.area])
    if not (seen and _within(now - began, settings.SESSION_COOKIE_AGE)):
        logout(request)
        return None
    if LAST_SEEN not in request.session or now - last_seen > settings.LAST_SEEN_STEP_SECONDS:
        request.session[LAST_SEEN] = now
    request.user = account  # no longer a stand-in that looks for it at every touch
    return account


def _within(seconds: int, limit: int) -> bool:
    """Tell whether a session is young enough. One from the future is not: when a clock was turned
    back nobody knows how long it has been idle."""
    return -settings.LAST_SEEN_STEP_SECONDS <= seconds <= limit


def _owes_second_factor(request: HttpRequest, account: Account) -> bool:
    if account.area not in settings.SECOND_FACTOR_AREAS:
        return False
    methods = request.session.get("account_authentication_methods", [])
    return not any(method.get("method") == "mfa" for method in methods)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return _redirect(request, reverse("account_login") + (f"?{query}" if query else ""))


def _redirect(request: HttpRequest, address: str) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        answer = HttpResponse(status=200)
        answer["HX-Redirect"] = address
        return answer
    return HttpResponseRedirect(address)
