"""Criteria sets, their editions and points.

An edition never changes once it has been used: a case keeps the edition it was reviewed with, and
a new wording is a new edition. `until_on` is the first day on which an edition no longer serves.
"""

from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id


class CriteriaEdition(models.Model):
    """One dated edition of a criteria set, such as "low back MRI, 2026-1"."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    key = models.SlugField(max_length=60)
    edition = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    title_es = models.CharField(max_length=160)
    publisher = models.CharField(max_length=120)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "criteria_edition"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "key", "edition"], name="criteria_edition_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")),
                name="criteria_edition_span",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.edition}"

    @property
    def case_kind(self) -> str:
        return "criteria"


class CriteriaPoint(models.Model):
    """One thing to look for; `question` is how a practice is asked for it with a request."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(CriteriaEdition, on_delete=models.PROTECT, related_name="points")
    code = models.CharField(max_length=10)
    text = models.CharField(max_length=300)
    question = models.CharField(max_length=300)
    plain = models.CharField(max_length=300)
    plain_es = models.CharField(max_length=300)

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "criteria_point"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "edition", "code"], name="criteria_point_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"
