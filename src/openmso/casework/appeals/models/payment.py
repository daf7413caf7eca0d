"""A claim that was not paid, and the orders to pay it after all.

There is no claims system here: what the notice says is kept at intake, and an order ends with the
paper that shows the payment.
"""

from django.db import models
from django.db.models import Q

from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.documents.models import Document
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.standards.identifiers.row_id import new_id

from ..domain.claim import Basis, PayTo


class DeniedPayment(models.Model):
    """One claim that was not paid. `amount` is what was refused, in dollars; `told_on` the day of
    the notice, in office time. `decided_by` is empty where nobody of this office said no."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    claim_number = models.CharField(max_length=40)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", db_index=False, null=True
    )
    ipa = models.ForeignKey(
        Ipa, on_delete=models.PROTECT, related_name="+", db_index=False, null=True
    )
    line_of_business = models.CharField(max_length=20)
    member_number = models.CharField(max_length=40, blank=True)
    provider_name = models.CharField(max_length=160)
    service = models.CharField(max_length=200)
    served_on = models.DateField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    told_on = models.DateField()
    basis = models.CharField(max_length=20, choices=choices_of(Basis))
    decided_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    decided_by_name = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField()

    class Privacy:
        protected = ("claim_number", "service", "provider_name")

    class Meta:
        db_table = "denied_payment"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "member", "claim_number"], name="denied_payment_once"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="denied_payment_amount"),
        ]

    def __str__(self) -> str:
        return f"claim of {self.served_on}"


class PaymentOrder(models.Model):
    """One order to pay. It stays open until `paid_on` and the paper that shows it are here.

    `notice_received_at` is when it was ruled: by us when the appeal was answered, by an outside
    body when its notice reached us; `notice` is that paper.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    appeal = models.ForeignKey("Appeal", on_delete=models.PROTECT, related_name="payment_orders")
    ordered_by = models.CharField(max_length=20, choices=choices_of(RuledBy))
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    pay_to = models.CharField(max_length=10, choices=choices_of(PayTo))
    notice_received_at = models.DateTimeField()
    notice = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    signed_by_name = models.CharField(max_length=120, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    proof = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "appeal_payment_order"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "appeal", "ordered_by"], name="payment_order_once"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_order_amount"),
            models.CheckConstraint(
                condition=Q(paid_on=None, proof=None)
                | Q(paid_on__isnull=False, proof__isnull=False),
                name="payment_order_paid_with_proof",
            ),
            models.CheckConstraint(
                condition=Q(ordered_by=RuledBy.PLAN) | Q(notice__isnull=False),
                name="payment_order_from_outside_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"order to pay {self.amount}"
