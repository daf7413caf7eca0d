"""What a request asks for, line by line."""

from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .request import AuthorizationRequest


class RequestedService(models.Model):
    """One service of a request. `approved_quantity` is empty until it is decided."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    request = models.ForeignKey(
        AuthorizationRequest, on_delete=models.PROTECT, related_name="services", db_index=False
    )
    line = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    description = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=7, decimal_places=2)
    unit = models.CharField(max_length=20)
    approved_quantity = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)

    class Privacy:
        protected = ("description",)

    class Meta:
        db_table = "prior_auth_service"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "request", "line"], name="prior_auth_service_line"
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0)
                & (
                    Q(approved_quantity=None)
                    | Q(approved_quantity__gte=0, approved_quantity__lte=F("quantity"))
                ),
                name="prior_auth_service_quantities",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} x {self.quantity}"
