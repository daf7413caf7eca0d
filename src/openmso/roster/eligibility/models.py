"""Coverage spans with their history, and the receipts of eligibility checks."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Practitioner
from openmso.standards.identifiers.row_id import new_id


class CoverageSpan(models.Model):
    """A member is covered by a plan through an IPA, as we knew it during some time.

    Covered from `from_on`; `until_on` is the first day without coverage (null: open). Known from
    the instant `known_from` until `known_until` (null: this is what we know now). A row is never
    changed but for the end of its knowledge: a correction ends it and adds another one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="coverage_spans")
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="+")
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="+")
    pcp = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    member_number = models.CharField(max_length=40)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    known_from = models.DateTimeField()
    known_until = models.DateTimeField(null=True, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    source = models.CharField(max_length=60)

    class Privacy:
        protected = ("member_number", "from_on", "until_on")

    class Meta:
        db_table = "coverage_span"
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="coverage_span_days"
            ),
            models.CheckConstraint(
                condition=Q(known_until=None) | Q(known_until__gt=F("known_from")),
                name="coverage_span_knowledge",
            ),
            ExclusionConstraint(
                name="coverage_span_no_overlap",
                expressions=[
                    ("tenant", RangeOperators.EQUAL),
                    ("member", RangeOperators.EQUAL),
                    ("plan", RangeOperators.EQUAL),
                    (
                        Func(
                            F("from_on"),
                            F("until_on"),
                            Value("[)"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(known_until=None),
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "member", "from_on"], name="coverage_span_of_member"),
            models.Index(fields=["tenant", "member_number"], name="coverage_span_by_number"),
        ]

    def __str__(self) -> str:
        return f"coverage of member {self.member_id} from {self.from_on}"

    @property
    def case_kind(self) -> str:
        return "coverage"

    @property
    def line_of_business(self) -> str:
        return self.plan.line_of_business

    @property
    def plan_name(self) -> str:
        return self.plan.name

    @property
    def ipa_name(self) -> str:
        return self.ipa.name


class EligibilityReceipt(models.Model):
    """The numbered answer to one eligibility check, kept as it was given.

    `answer` is what we knew at `asked_at` about `for_date`; it is never computed again.
    """

    class Outcome(models.TextChoices):
        ELIGIBLE = "eligible", "Eligible on this day"
        NOT_ELIGIBLE = "not_eligible", "Not eligible on this day"
        WRONG_IPA = "wrong_ipa", "Eligible with another IPA"
        NOT_FOUND = "not_found", "No such member found"
        MORE_THAN_ONE = "more_than_one", "More than one member fits"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # As for lines of history, the lock on the row holds its office; no key is checked again.
    tenant = models.ForeignKey(
        Tenant, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    number = models.CharField(max_length=24)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True, blank=True)
    asked_by_name = models.CharField(max_length=120)
    practice_id = models.UUIDField(null=True, blank=True)
    for_date = models.DateField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    member_id = models.UUIDField(null=True, blank=True)
    question = models.JSONField(default=dict)
    answer = models.JSONField(default=dict)

    class Privacy:
        protected = ("question", "answer", "for_date")

    class Meta:
        db_table = "eligibility_receipt"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="eligibility_receipt_once"),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "practice_id", "-asked_at"], name="eligibility_receipt_recent"
            ),
            models.Index(
                fields=["tenant", "member_id", "-asked_at"], name="eligibility_receipt_of_member"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def case_kind(self) -> str:
        return "eligibility"
