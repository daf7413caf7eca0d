"""Pages, everybody who was called, every text that left for them."""

from django.db import models
from django.db.models import Q

from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from ..domain.states import PageState
from .roles import ROLE_CHOICES

PAGE = "on_call_page"


class Page(models.Model):
    """Somebody on call is asked for, about one case, until someone answers or nobody is left.

    `call_next_at` is when the next in line is called; empty once nobody waits. `number` is the
    receipt number a pager shows: the case's own where it has one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    reason = models.CharField(max_length=300)
    state = models.CharField(
        max_length=15, choices=[(state.value, state.value) for state in PageState]
    )
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=120)
    call_next_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by_id = models.UUIDField(null=True, blank=True)
    acknowledged_by_name = models.CharField(max_length=120, blank=True)
    unanswered_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("reason",)

    class Meta:
        db_table = "on_call_page"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "about_id", "role"],
                condition=Q(state="waiting"),
                name="page_waiting_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="waiting", call_next_at__isnull=False, acknowledged_at__isnull=True
                )
                | Q(state="acknowledged", call_next_at__isnull=True, acknowledged_at__isnull=False)
                | Q(
                    state="unanswered",
                    call_next_at__isnull=True,
                    acknowledged_at__isnull=True,
                    unanswered_at__isnull=False,
                ),
                name="page_state_has_its_times",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "call_next_at"], condition=Q(state="waiting"), name="page_waiting"
            ),
            models.Index(fields=["tenant", "about_id", "-asked_at"], name="page_of_case"),
            models.Index(fields=["tenant", "-asked_at"], name="page_newest"),
        ]

    def __str__(self) -> str:
        return f"page {self.number}, {self.state}"

    @property
    def page_state(self) -> PageState:
        return PageState(self.state)

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has it yet."""
        return self.page_state is not PageState.ACKNOWLEDGED

    @property
    def is_unanswered(self) -> bool:
        return self.page_state is PageState.UNANSWERED

    @property
    def case_kind(self) -> str:
        return PAGE


class PageCall(models.Model):
    """One person's turn in a page. `code` leads to the page and answers it by telephone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="calls")
    step = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=12)
    called_at = models.DateTimeField()
    answer_by = models.DateTimeField()

    class Privacy:
        protected = ("code",)

    class Meta:
        db_table = "page_call"
        constraints = [
            models.UniqueConstraint(fields=["page", "step"], name="page_call_step"),
            models.UniqueConstraint(fields=["page", "account"], name="page_call_person_once"),
            models.UniqueConstraint(fields=["tenant", "code"], name="page_call_code"),
        ]
        indexes = [
            models.Index(fields=["tenant", "account", "-called_at"], name="page_call_of_person")
        ]

    def __str__(self) -> str:
        return f"step {self.step}"


class PageSending(models.Model):
    """One text on its way to one person by one way. The text and the address are kept as sent."""

    class Way(models.TextChoices):
        PAGER = "pager", "Pager"
        EMAIL = "email", "E-mail"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Could not be sent"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    call = models.ForeignKey(PageCall, on_delete=models.PROTECT, related_name="sendings")
    way = models.CharField(max_length=10, choices=Way.choices)
    address = models.CharField(max_length=254)
    text = models.CharField(max_length=160)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    proof = models.CharField(max_length=120, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    class Privacy:
        protected = ("address",)

    class Meta:
        db_table = "page_sending"
        constraints = [
            models.UniqueConstraint(fields=["call", "way"], name="page_sending_once"),
            models.CheckConstraint(
                condition=~Q(state="sent") | (Q(sent_at__isnull=False) & ~Q(proof="")),
                name="page_sending_sent_with_proof",
            ),
            models.CheckConstraint(
                condition=Q(delivered_at=None) | Q(state="sent"),
                name="page_sending_delivered_when_sent",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "sent_at"],
                condition=Q(delivered_at=None),
                name="page_sending_undelivered",
            )
        ]

    def __str__(self) -> str:
        return f"by {self.way}, {self.state}"
