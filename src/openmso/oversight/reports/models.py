"""Reports that ran, as they came out, and what somebody found about their outliers."""

from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import Ipa
from openmso.standards.identifiers.row_id import new_id


class ReportRun(models.Model):
    """One report over one period as it was known at `as_of`. Append only, by a trigger.

    `document` is the report as canonical JSON and `sha256` its hash; running it again as of the
    same instant gives the same bytes. `names` is what its keys were called when it ran, and no part
    of the hash. `ipa` null: the whole office. `public_edition` counts the frozen editions of a
    year, from 1; null: a monthly report, or the figures of a year that is not over.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    report = models.CharField(max_length=30)
    edition = models.CharField(max_length=10)
    ipa = models.ForeignKey(
        Ipa, on_delete=models.PROTECT, related_name="+", null=True, blank=True, db_index=False
    )
    from_on = models.DateField()
    until_on = models.DateField()
    as_of = models.DateTimeField()
    ran_at = models.DateTimeField()
    ran_by_name = models.CharField(max_length=120)
    document = models.TextField()
    names = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    public_edition = models.PositiveSmallIntegerField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "report_run"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "report", "from_on", "until_on", "ipa", "as_of", "edition"],
                nulls_distinct=False,
                name="report_run_once",
            ),
            models.UniqueConstraint(
                fields=["tenant", "report", "from_on", "public_edition"],
                condition=Q(public_edition__isnull=False),
                name="report_public_edition_once",
            ),
            models.CheckConstraint(
                condition=Q(until_on__gt=F("from_on")) & Q(as_of__lte=F("ran_at")),
                name="report_run_times",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "-until_on", "report", "ipa", "-as_of"], name="report_run_newest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} from {self.from_on} as of {self.as_of:%Y-%m-%d}"

    @property
    def case_kind(self) -> str:
        return "report"


class OutlierReview(models.Model):
    """What somebody found about one row that stands out. Later ones are added below."""

    class Finding(models.TextChoices):
        EXPLAINED = "explained", "There is a good reason"
        FOLLOW_UP = "follow_up", "We follow it up"
        DATA = "data", "The data are wrong or incomplete"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    run = models.ForeignKey(
        ReportRun, on_delete=models.PROTECT, related_name="reviews", db_index=False
    )
    table = models.CharField(max_length=20)
    row = models.CharField(max_length=120)
    finding = models.CharField(max_length=12, choices=Finding.choices)
    note = models.CharField(max_length=1000)
    reviewed_by_name = models.CharField(max_length=120)
    reviewed_at = models.DateTimeField()

    class Privacy:
        protected = ("note",)

    class Meta:
        db_table = "report_outlier_review"
        indexes = [
            models.Index(fields=["tenant", "run", "reviewed_at"], name="report_reviews_of_run")
        ]

    def __str__(self) -> str:
        return f"{self.finding} on {self.reviewed_at:%Y-%m-%d}"
