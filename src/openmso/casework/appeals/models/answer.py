"""The signed answer to an appeal.

One under which a no stands is guarded by a trigger in the database besides the code; see
`domain/deciding.py` and the migration that creates the guard.
"""

from django.db import models
from django.db.models import Q

from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.access.models import Account
from openmso.office.tenants.models import Tenant
from openmso.roster.benefits.models import BenefitSection
from openmso.standards.identifiers.row_id import new_id

from ..domain.deciding import Result
from .appeal import Appeal

_A_NO_STANDS = Q(result__in=["upheld", "partly_upheld"])


class AppealAnswer(models.Model):
    """One signed answer. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="answer")
    result = models.CharField(max_length=20, choices=choices_of(Result))
    ground = models.CharField(max_length=30, blank=True, choices=choices_of(Ground))
    criteria_edition = models.ForeignKey(
        CriteriaEdition, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    benefit_section = models.ForeignKey(
        BenefitSection, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    clinical_reason = models.TextField(blank=True)
    plain_reason = models.TextField(blank=True)
    plain_reason_es = models.TextField(blank=True)
    why_changed = models.CharField(max_length=300, blank=True)
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    signed_by_name = models.CharField(max_length=120)
    answered_at = models.DateTimeField()
    answered_on = models.DateField(help_text="the day of the answer in the office's time zone")

    class Privacy:
        protected = ("clinical_reason", "plain_reason", "plain_reason_es", "why_changed")

    class Meta:
        db_table = "appeal_answer"
        constraints = [
            models.CheckConstraint(
                condition=~_A_NO_STANDS
                | (
                    ~Q(clinical_reason="")
                    & ~Q(plain_reason="")
                    & (
                        Q(ground=Ground.MEDICAL_APPROPRIATENESS, criteria_edition__isnull=False)
                        | Q(ground=Ground.NOT_COVERED, benefit_section__isnull=False)
                    )
                ),
                name="appeal_two_grounds",
            ),
            models.CheckConstraint(
                condition=_A_NO_STANDS | Q(ground=""), name="appeal_ground_only_if_no_stands"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.result} on {self.answered_on}"
