"""The language switch: the browser remembers the choice, and so does the account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.i18n import set_language

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.pages import public
from openmso.office.accounts.actions.choose_language import choose_language


@public
def switch_language(request: HttpRequest) -> HttpResponseBase:
    """Set the language of the pages and go back to where the person was.

    Only a person who is fully signed in changes an account.
    """
    actor: Actor | None = vars(request)["actor"]
    language = request.POST.get("language", "")
    if (
        actor is not None
        and isinstance(request.user, Account)
        and language in dict(settings.LANGUAGES)
        and language != request.user.language
    ):
        choose_language(language, by=actor, at=vars(request)["arrived_at"])
    return set_language(request)
