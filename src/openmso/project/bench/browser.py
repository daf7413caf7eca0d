"""Signed-in people as a load generator needs them: cookies made here, requests as ready bytes."""

import time
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils.crypto import get_random_string

from openmso.office.access.models import Account

from .throwaway_office import HOST

_CSRF_SIGNS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """One signed-in person; `head` ends every request's headers, `csrf` goes with every form."""

    head: str
    csrf: str

    def get(self, path: str) -> bytes:
        return f"GET {path} HTTP/1.1\r\n{self.head}\r\n".encode("ascii")

    def post(self, path: str, form: dict[str, str]) -> bytes:
        """A form as a browser sends one without files."""
        body = urlencode(form | {"csrfmiddlewaretoken": self.csrf}).encode("ascii")
        head = (
            f"POST {path} HTTP/1.1\r\n{self.head}Origin: https://{HOST}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode("ascii") + body


def nobody() -> Browser:
    """A visitor who is not signed in."""
    return _browser("")


def signed_in(account: Account) -> Browser:
    """Make a session with the second factor done, as it stands after a real sign-in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "email": account.email},
        {"method": "mfa", "at": time.time(), "type": "totp"},
    ]
    session.create()
    return in_session(session.session_key)


def in_session(key: str) -> Browser:
    """Return the browser that holds the session stored under `key`."""
    return _browser(f"{settings.SESSION_COOKIE_NAME}={key}; ")


def _browser(session: str) -> Browser:
    csrf = get_random_string(_CSRF_SIGNS)
    cookies = f"{session}{settings.CSRF_COOKIE_NAME}={csrf}"
    # The office stands behind its own proxy, which says that the browser came by https.
    head = (
        f"Host: {HOST}\r\nX-Forwarded-Proto: https\r\nAccept: text/html\r\n"
        f"Accept-Language: en\r\nCookie: {cookies}\r\n"
    )
    return Browser(head=head, csrf=csrf)
