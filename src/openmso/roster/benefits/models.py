"""Service codes, the dated list of what needs an authorization, and a plan's benefit sections."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import HealthPlan, LineOfBusiness
from openmso.standards.identifiers.row_id import new_id

ANY_CODE = "*"


class ServiceCode(models.Model):
    """One code of a published code list, with the words of the house by which it is found.

    The same for every office of an installation, so it carries no tenant. `words` is everything a
    person may type, in small letters without accents; `plain_names` are everyday names for it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code_system = models.CharField(max_length=20, default="HCPCS")
    code = models.CharField(max_length=12)
    description = models.CharField(max_length=400)
    description_es = models.CharField(max_length=400, blank=True)
    plain_names = models.CharField(max_length=400, blank=True)
    category = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    search = models.GeneratedField(
        expression=SearchVector("words", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "service_code"
        constraints = [
            models.UniqueConstraint(fields=["code_system", "code"], name="service_code_once"),
        ]
        indexes = [
            models.Index(OpClass("code", name="text_pattern_ops"), name="service_code_prefix"),
            GinIndex(fields=["search"], name="service_code_words"),
        ]

    def __str__(self) -> str:
        return self.code


class AuthorizationListEntry(models.Model):
    """Does a service need an authorization, from when, until when, and what makes the answer?

    Either one plan's own entry (`plan`) or one for a whole line of business. `code` may be "*":
    the answer for everything that is not listed. `review_specialties` are taxonomy codes of the
    physicians who may review it; `criteria_key` names the criteria set the nurse compares with;
    `auto_approve` lets a request be approved, never denied, by the rule in `auto_approve_rule`.
    `until_on` is the first day on which the entry no longer holds.
    """

    class Answer(models.TextChoices):
        REQUIRED = "required", "Authorization needed"
        NOT_REQUIRED = "not_required", "No authorization needed"
        PLAN_DECIDES = "plan_decides", "The health plan decides"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(
        HealthPlan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    line_of_business = models.CharField(max_length=20, choices=LineOfBusiness.choices, blank=True)
    code_system = models.CharField(max_length=20, default="HCPCS")
    code = models.CharField(max_length=12)
    description = models.CharField(max_length=400, blank=True)
    answer = models.CharField(max_length=20, choices=Answer.choices)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    review_specialties = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    criteria_key = models.CharField(max_length=60, blank=True)
    auto_approve = models.BooleanField(default=False)
    auto_approve_rule = models.CharField(max_length=400, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "authorization_list_entry"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "code_system", "code", "plan", "line_of_business", "from_on"],
                nulls_distinct=False,
                name="authorization_list_once",
            ),
            models.CheckConstraint(
                condition=Q(plan=None) & ~Q(line_of_business="")
                | Q(plan__isnull=False, line_of_business=""),
                name="authorization_list_one_scope",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")),
                name="authorization_list_span",
            ),
            models.CheckConstraint(
                condition=Q(auto_approve=False) | ~Q(auto_approve_rule=""),
                name="authorization_list_rule_is_said",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.answer} from {self.from_on}"

    @property
    def case_kind(self) -> str:
        return "authorization_list"


class BenefitSection(models.Model):
    """One section of a plan's benefit book of a year: what is covered or not, as it is printed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(HealthPlan, on_delete=models.PROTECT, related_name="benefit_sections")
    year = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    title_es = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    text_es = models.TextField(blank=True)
    covered = models.BooleanField()

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "benefit_section"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "plan", "year", "section"], name="benefit_section_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.section} {self.title}"
