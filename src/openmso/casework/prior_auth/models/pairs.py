"""Two requests that look alike and are not the same."""

from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .request import AuthorizationRequest


class NotDuplicates(models.Model):
    """That somebody compared two requests and said they are not the same, with the reason.

    `first` has the smaller id of the two. Taken back, the row stays and no longer counts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    first = models.ForeignKey(AuthorizationRequest, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(AuthorizationRequest, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=500)
    said_by_name = models.CharField(max_length=120)
    said_at = models.DateTimeField()
    taken_back_by_name = models.CharField(max_length=120, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        protected = ("why",)

    class Meta:
        db_table = "prior_auth_not_duplicates"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "first", "second"],
                condition=Q(taken_back_at=None),
                name="prior_auth_said_once",
            ),
            models.CheckConstraint(
                condition=Q(first_id__lt=F("second_id")), name="prior_auth_pair_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "second", "first"], name="prior_auth_pair_by_second")
        ]

    def __str__(self) -> str:
        return f"{self.first_id} is not {self.second_id}"
