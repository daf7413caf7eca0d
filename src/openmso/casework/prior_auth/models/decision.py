"""A signed decision.

One that takes something away is guarded by a trigger in the database besides the code; see
`domain/decision.py` and the migration that creates the guard.
"""

from django.db import models
from django.db.models import Q

from openmso.casework.criteria.models import CriteriaEdition
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.roster.benefits.models import BenefitSection
from openmso.standards.identifiers.row_id import new_id

from ..domain.decision import Ground
from .choices import choices_of
from .request import AuthorizationRequest

_ADVERSE = Q(outcome__in=["denied", "partly_approved"])


class Decision(models.Model):
    """One signed decision. Never changed; a reopened case gets another one."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Approved"
        PARTLY_APPROVED = "partly_approved", "Approved in part"
        DENIED = "denied", "Denied"
        GRANTED_BY_LAW = "granted_by_law", "Granted by law"
        OVERTURNED = "overturned", "Approved after a ruling"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    basis = models.CharField(max_length=300)
    ground = models.CharField(max_length=30, blank=True, choices=choices_of(Ground))
    criteria_edition = models.ForeignKey(
        CriteriaEdition, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    benefit_section = models.ForeignKey(
        BenefitSection, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    clinical_reason = models.TextField(blank=True)
    clinical_reason_es = models.TextField(blank=True)
    plain_reason = models.TextField(blank=True)
    plain_reason_es = models.TextField(blank=True)
    alternative = models.CharField(max_length=300, blank=True)
    alternative_es = models.CharField(max_length=300, blank=True)
    signed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    signed_by_name = models.CharField(max_length=120)
    decided_at = models.DateTimeField()
    decided_on = models.DateField(help_text="the day of the decision in the office's time zone")
    shown = models.JSONField(default=dict, help_text="what the signer's screen showed")

    class Privacy:
        protected = (
            *("clinical_reason", "clinical_reason_es", "plain_reason", "plain_reason_es"),
            *("shown", "alternative", "alternative_es"),
        )

    class Meta:
        db_table = "prior_auth_decision"
        constraints = [
            models.CheckConstraint(
                condition=~_ADVERSE
                | (
                    Q(signed_by__isnull=False)
                    & ~Q(clinical_reason="")
                    & ~Q(plain_reason="")
                    & (
                        Q(ground=Ground.MEDICAL_APPROPRIATENESS, criteria_edition__isnull=False)
                        | Q(ground=Ground.NOT_COVERED, benefit_section__isnull=False)
                    )
                ),
                name="prior_auth_two_grounds",
            ),
            models.CheckConstraint(
                condition=_ADVERSE | Q(ground=""), name="prior_auth_ground_only_if_adverse"
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "request", "-decided_at"], name="prior_auth_decisions")
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.decided_on}"

    @property
    def is_alternative_first(self) -> bool:
        """Tell whether the point of the no is that another treatment should be tried first."""
        return bool(self.alternative)
