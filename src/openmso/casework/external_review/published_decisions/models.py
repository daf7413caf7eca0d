"""The published decisions: public, without names, the same for every office."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from openmso.standards.identifiers.row_id import new_id

from .domain.decision import Kind, Outcome


class PublishedRow(models.Model):
    """One decision as it was published; it carries no tenant.

    `words` is everything it can be found by, in small letters without accents. The reviewer's text
    (`findings`) is empty when the file has none, or was withheld because it may lead to a person.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    outcome = models.CharField(max_length=12)
    diagnosis_group = models.CharField(max_length=30)
    diagnosis = models.CharField(max_length=120, blank=True)
    diagnosis_detail = models.CharField(max_length=160, blank=True)
    treatment_group = models.CharField(max_length=30)
    treatment = models.CharField(max_length=120, blank=True)
    treatment_detail = models.CharField(max_length=160, blank=True)
    age_band = models.CharField(max_length=20, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    findings = models.TextField(blank=True)
    findings_withheld = models.BooleanField(default=False)
    loaded_at = models.DateTimeField()
    words = models.TextField(blank=True)
    search = models.GeneratedField(
        expression=SearchVector("words", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "published_decision"
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="published_decision_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in Kind]), name="published_decision_kind"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[one.value for one in Outcome]),
                name="published_decision_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["-year", "-reference"], name="published_decision_newest"),
            models.Index(
                fields=["diagnosis_group", "-year", "-reference"],
                name="published_decision_diagnosis",
            ),
            models.Index(
                fields=["treatment_group", "-year", "-reference"],
                name="published_decision_treatment",
            ),
            # Loaded once and searched often: nothing waits outside the index to be sorted in.
            GinIndex(fields=["search"], fastupdate=False, name="published_decision_words"),
        ]

    def __str__(self) -> str:
        return self.reference
