"""Accounts, professional licences and signed attestations."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.utils.module_loading import import_string

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .actor import Actor
from .roles import area_of, permissions_of


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email=(username or "").lower())

    def create_account(self, *, password: str | None, **fields: Any) -> "Account":
        """Create one account; without a password nobody can sign in until one is set."""
        account = self.model(**fields)
        account.email = account.email.lower()
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person who can sign in. Nobody shares one; the system itself has none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    roles = ArrayField(models.CharField(max_length=40))
    practice_id = models.UUIDField(null=True, blank=True)
    member_id = models.UUIDField(null=True, blank=True)
    ipa_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    language = models.CharField(max_length=10, default="en")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[AccountManager] = AccountManager()

    class Privacy:
        protected = ("email", "name")

    class Meta:
        db_table = "account"
        indexes = [models.Index(fields=["tenant", "name"], name="account_by_tenant")]

    def __str__(self) -> str:
        return self.name

    @property
    def area(self) -> str:
        """Return "staff", "practice" or "member"."""
        return area_of(self.roles)

    def as_actor(self) -> Actor:
        return Actor(
            id=self.id,
            name=self.name,
            tenant_id=self.tenant_id,
            roles=frozenset(self.roles),
            permissions=permissions_of(self.roles),
            practice_id=self.practice_id,
            member_id=self.member_id,
            ipa_ids=frozenset(self.ipa_ids),
        )


class AccountSession(AbstractBaseSession):
    """A browser that knows us. `account_id` is empty until somebody signs in with it."""

    account_id = models.UUIDField(null=True, editable=False)

    class Privacy:
        protected = ("session_key", "session_data")

    class Meta(AbstractBaseSession.Meta):
        db_table = "account_session"
        indexes = [
            models.Index(
                fields=["account_id"],
                name="account_session_account",
                condition=Q(account_id__isnull=False),
            )
        ]

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        store: type[SessionBase] = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
        return store


class Licence(models.Model):
    """A professional licence of an account's holder. `until_on` is the first day without it."""

    class Profession(models.TextChoices):
        PHYSICIAN = "physician", "Physician"
        NURSE = "registered_nurse", "Registered nurse"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="licences")
    profession = models.CharField(max_length=30, choices=Profession.choices)
    state = models.CharField(max_length=2)
    number = models.CharField(max_length=30)
    specialties = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    from_on = models.DateField()
    until_on = models.DateField()

    class Privacy:
        protected = ("number",)

    class Meta:
        db_table = "licence"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "profession", "state", "number"], name="licence_once"
            ),
            models.CheckConstraint(condition=Q(until_on__gt=F("from_on")), name="licence_span"),
        ]

    def __str__(self) -> str:
        return f"{self.get_profession_display()} {self.state} {self.number}"


class Attestation(models.Model):
    """A signed statement, such as: no reward is paid to me for denying care.

    Holds from `signed_at` until `until_on` (the first day without it).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="attestations")
    statement = models.CharField(max_length=60)
    edition = models.CharField(max_length=20)
    signed_at = models.DateTimeField()
    until_on = models.DateField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "attestation"
        indexes = [
            models.Index(fields=["tenant", "account", "-until_on"], name="attestation_latest")
        ]

    def __str__(self) -> str:
        return f"{self.statement} {self.edition} until {self.until_on}"
