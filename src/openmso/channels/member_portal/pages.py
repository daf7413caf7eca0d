"""What every page of the portal shares: its permission, its member, its language.

The language is that of the member's account, where the language switch keeps their choice.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openmso.casework.prior_auth.queries import RequestNotFound
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.own_language import own_language
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission


class MemberRequest(HttpRequest):
    """A request of a signed-in member; `arrived_at` is UTC."""

    actor: Actor
    arrived_at: datetime


View = Callable[..., HttpResponse]


def member_page(view: View) -> View:
    """Declare a page of the portal that is read."""
    return _for_members(Permission.MEMBER_OWN_READ, require_safe(view))


def member_form(view: View) -> View:
    """Declare a page of the portal with a form that is sent back to it."""
    return _for_members(
        Permission.MEMBER_OWN_READ, require_http_methods(["GET", "HEAD", "POST"])(view)
    )


def member_says(view: View) -> View:
    """Declare where the forms of the care plan are sent to."""
    return _for_members(Permission.MEMBER_OWN_SAY, require_POST(view))


def _for_members(permission: Permission, view: View) -> View:
    """An account without a member is refused: it would see all."""

    @requires(permission)
    @wraps(view)
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.actor.member_id is None:
            raise PermissionDenied
        language = _language_of(request)
        with translation.override(language):
            try:
                answer = view(request, *args, **kwargs)
            except RequestNotFound:
                raise Http404 from None
        answer.headers["Content-Language"] = language
        return answer

    return page


def page_language() -> str:
    """Return the language of the page that is being written: "en" or "es"."""
    return (translation.get_language() or "en").partition("-")[0]


def _language_of(request: HttpRequest) -> str:
    own = own_language(request.user) if isinstance(request.user, Account) else None
    return own or translation.get_language() or settings.LANGUAGE_CODE
