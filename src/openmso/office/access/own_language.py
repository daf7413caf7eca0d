"""The language a person chose: it stays with the account and follows them from browser to browser.

An account may carry a language that our pages do not speak; then the browser's own choice counts.
"""

from django.conf import settings
from django.http import HttpResponseBase

from .models import Account


def own_language(account: Account) -> str | None:
    """Return the language of the account, or None when our pages do not speak it."""
    language = account.language.partition("-")[0]
    return language if language in dict(settings.LANGUAGES) else None


def remember_language(answer: HttpResponseBase, language: str) -> None:
    """Let the browser ask for this language from now on, also on pages before the sign-in."""
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        domain=settings.LANGUAGE_COOKIE_DOMAIN,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
