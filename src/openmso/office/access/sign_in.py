"""How people sign in: no sign-up by oneself, home by role, each in their own language, and
second-factor secrets sealed at rest."""

from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from openmso.office.tenants.queries import tenant_by_id

from .models import Account
from .own_language import own_language, remember_language

HOMES = {"staff": "/staff/", "practice": "/practice/", "member": "/member/"}


class SignInAdapter(DefaultAccountAdapter):
    """What allauth asks about accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        del request  # whoever asks: accounts are made by an office
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the home of the area in which this person works."""
        account = request.user
        return HOMES[account.area] if isinstance(account, Account) else "/"

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        """Send the person on, and let their browser speak the language of their account."""
        answer: HttpResponse = super().post_login(request, user, **how)
        if isinstance(user, Account) and (language := own_language(user)):
            remember_language(answer, language)
        return answer

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a mail in the language of the account it is about, whoever asked for it."""
        account = context.get("user")
        language = own_language(account) if isinstance(account, Account) else None
        with translation.override(language or translation.get_language()):
            super().send_mail(template_prefix, email, context)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names the office in the app, and seals the secrets of one-time codes and the recovery codes'
    seed before they are stored."""

    def get_totp_issuer(self) -> str:
        """Return whose name stands in the app beside the code: the office's, not the product's."""
        account = getattr(context.request, "user", None)
        if isinstance(account, Account):
            return tenant_by_id(account.tenant_id).name
        return str(super().get_totp_issuer())

    def encrypt(self, text: str) -> str:
        return _seal(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _seal(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()


@lru_cache(maxsize=2)
def _seal(secret: str) -> Fernet:
    key = sha256(b"second factor secrets\0" + secret.encode()).digest()
    return Fernet(urlsafe_b64encode(key))
