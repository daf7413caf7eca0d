"""Health plans, IPAs and the delegation terms between them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class LineOfBusiness(models.TextChoices):
    """Under which law a plan covers its members."""

    MEDICARE_ADVANTAGE = "MA", "Medicare Advantage"
    MEDI_CAL = "MEDI-CAL", "Medi-Cal managed care"
    KNOX_KEENE = "KK", "Commercial, Knox-Keene licensed"
    ARIZONA_COMMERCIAL = "AZ-COMM", "Commercial, Arizona"


class HealthPlan(models.Model):
    """A payer that covers members and hands work to an IPA or to this office.

    `funding` tells who carries the cost: an insurer, a public program, or an employer that pays
    doctors and hospitals directly (self-funded). `licensed_plan` tells whether the state's plan
    regulator licenses it. `pays_before` orders two coverages of one person: the smaller pays first.
    The contract holds from `from_on`; `until_on` is the first day without it.
    """

    class Funding(models.TextChoices):
        INSURED = "insured", "Insured"
        PUBLIC = "public", "Public program"
        SELF_FUNDED = "self_funded", "The employer pays directly"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    line_of_business = models.CharField(max_length=20, choices=LineOfBusiness.choices)
    funding = models.CharField(max_length=20, choices=Funding.choices, default=Funding.INSURED)
    licensed_plan = models.BooleanField(default=True)
    state = models.CharField(max_length=2)
    pays_before = models.PositiveSmallIntegerField(default=50)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "health_plan"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "key"], name="health_plan_key_once"),
            models.UniqueConstraint(fields=["tenant", "name"], name="health_plan_name_once"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="health_plan_span"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def case_kind(self) -> str:
        return "plan"


class PlanProduct(models.Model):
    """One product of a plan in which this office takes part or does not ("most products")."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="products")
    name = models.CharField(max_length=120)
    takes_part = models.BooleanField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "plan_product"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "plan", "name", "from_on"], name="plan_product_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Ipa(models.Model):
    """A group of independent practices for which this office works.

    `notice_identity` is how the deciding body calls itself on notices; empty means its legal name.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    legal_name = models.CharField(max_length=200)
    notice_identity = models.CharField(max_length=200, blank=True)
    address = models.TextField(blank=True)
    state = models.CharField(max_length=2)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "ipa"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "key"], name="ipa_key_once"),
            models.UniqueConstraint(fields=["tenant", "name"], name="ipa_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def case_kind(self) -> str:
        return "ipa"

    @property
    def signs_as(self) -> str:
        """The name that notices carry."""
        return self.notice_identity or self.legal_name


class Delegation(models.Model):
    """One term of a contract: for this plan and IPA, is this function ours?

    `delegated` false is a term too: the plan keeps the function. Holds from `from_on`; `until_on`
    is the first day without it. Two terms on one function never hold on the same day.
    """

    class Function(models.TextChoices):
        UTILIZATION_MANAGEMENT = "utilization_management", "Deciding authorizations"
        NOTICES = "notices", "Sending decision notices to members"
        CLAIMS = "claims", "Paying claims"
        CREDENTIALING = "credentialing", "Checking practitioners"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="delegations")
    ipa = models.ForeignKey(Ipa, on_delete=models.PROTECT, related_name="delegations")
    function = models.CharField(max_length=30, choices=Function.choices)
    delegated = models.BooleanField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "delegation"
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="delegation_span"
            ),
            ExclusionConstraint(
                name="delegation_one_term_a_day",
                expressions=[
                    ("tenant", RangeOperators.EQUAL),
                    ("plan", RangeOperators.EQUAL),
                    ("ipa", RangeOperators.EQUAL),
                    ("function", RangeOperators.EQUAL),
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
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function} from {self.from_on}"
