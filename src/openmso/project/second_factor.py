"""Setting up the first second factor opens the house at once.

Whoever has just typed a code of the new app, or touched the new key, has shown the second factor;
they need not sign out and in again. Only the first one counts so: a later one is added by a session
that has shown a factor already, and one that has not must still show one of those that exist.
"""

from collections.abc import Callable

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import activate_totp
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import add_webauthn
from django.http import HttpRequest, HttpResponse

from openmso.office.access.models import Account


def activate_app(request: HttpRequest) -> HttpResponse:
    """Set up the app on the phone."""
    return _set_up(request, activate_totp, "totp")


def add_key(request: HttpRequest) -> HttpResponse:
    """Set up a passkey or security key."""
    return _set_up(request, add_webauthn, "webauthn")


def _set_up(
    request: HttpRequest, page: Callable[[HttpRequest], HttpResponse], kind: str
) -> HttpResponse:
    account = request.user
    had_one = not isinstance(account, Account) or is_mfa_enabled(account)
    answer = page(request)
    if not had_one and is_mfa_enabled(account):
        record_authentication(request, account, "mfa", type=kind)
        request.session.cycle_key()
    return answer
