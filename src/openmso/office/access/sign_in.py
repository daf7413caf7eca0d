"""How people sign in: no sign-up by oneself, home by role, second-factor secrets sealed at rest."""

from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from .models import Account

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


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seals the secrets of one-time codes and the recovery codes' seed before they are stored."""

    def encrypt(self, text: str) -> str:
        return _seal(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _seal(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()


@lru_cache(maxsize=2)
def _seal(secret: str) -> Fernet:
    key = sha256(b"second factor secrets\0" + secret.encode()).digest()
    return Fernet(urlsafe_b64encode(key))
