"""Where the patient was, move by move: what every count of days is made of."""

from django.db import models
from django.db.models import F, Q

from openmso.casework.prior_auth.models.choices import choices_of
from openmso.office.tenants.models import Tenant
from openmso.roster.providers.models import Hospital
from openmso.standards.identifiers.row_id import new_id

from ..domain.stay import Level, MoveKind
from .admission import Admission


class StayMove(models.Model):
    """One move of a stay, never changed: a wrong one is struck and another one is written.

    Known from `recorded_at`; a struck one counts for whoever asks as of a time before `struck_at`.
    `level` and `hospital` belong to moves that enter a level of care.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+", db_index=False)
    admission = models.ForeignKey(
        Admission, on_delete=models.PROTECT, related_name="moves", db_index=False
    )
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=choices_of(MoveKind))
    level = models.CharField(max_length=20, blank=True, choices=choices_of(Level))
    hospital = models.ForeignKey(
        Hospital, on_delete=models.PROTECT, related_name="+", db_index=False, null=True, blank=True
    )
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_why = models.CharField(max_length=300, blank=True)

    class Privacy:
        protected = ("struck_why",)

    class Meta:
        db_table = "admission_move"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "admission", "happened_at"],
                condition=Q(struck_at=None),
                name="admission_move_one_a_time",
            ),
            models.CheckConstraint(
                condition=Q(kind="enter", hospital__isnull=False) & ~Q(level="")
                | ~Q(kind="enter") & Q(hospital=None, level=""),
                name="admission_move_whole",
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")), name="admission_move_happened_first"
            ),
        ]
        indexes = [
            models.Index(fields=["tenant", "happened_at"], name="admission_move_when"),
            models.Index(fields=["tenant", "kind", "happened_at"], name="admission_move_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.happened_at:%Y-%m-%d %H:%M}"
