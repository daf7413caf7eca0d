"""A fax, letter or e-mail as it reached us, and what became of it.

Its files are documents of this case; they stay as they arrived. What goes on to a case is put there
once more, under the same hash.
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from openmso.office.tenants.models import Tenant
from openmso.standards.identifiers.row_id import new_id

from .case_kind import ARRIVED_PAPER
from .domain.outcome import Desk, Reason, State, Told, Way

_WAITING = Q(state=State.WAITING)


def _choices(kind: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.value.replace("_", " ")) for one in kind]


class ArrivedPaper(models.Model):
    """One piece of mail. `same_as` is the first one that came with the very same bytes.

    `trouble` says why its file could not be taken; then it has no document. `pages_said` is what
    the fax server counted, `pages` what is in the files.
    """

    case_kind: ClassVar[str] = ARRIVED_PAPER

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    source_key = models.CharField(max_length=80)
    state = models.CharField(max_length=20, choices=_choices(State), default=State.WAITING)
    way = models.CharField(max_length=10, choices=_choices(Way))
    sender = models.CharField(max_length=160, blank=True)
    title = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    pages_said = models.PositiveIntegerField(null=True, blank=True)
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    trouble = models.CharField(max_length=300, blank=True)

    case_kind_of = models.CharField(max_length=40, blank=True, help_text="the case it belongs to")
    case_id_of = models.UUIDField(null=True, blank=True)
    case_number_of = models.CharField(max_length=20, blank=True)
    desk = models.CharField(max_length=20, choices=_choices(Desk), blank=True)
    reason = models.CharField(max_length=20, choices=_choices(Reason), blank=True)
    told = models.CharField(max_length=10, choices=_choices(Told), blank=True)
    words = models.TextField(blank=True, help_text="what the sender, or the other desk, was told")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by_name = models.CharField(max_length=120, blank=True)

    class Privacy:
        protected = ("sender", "title", "sha256", "words")

    class Meta:
        db_table = "arrived_paper"
        constraints = [
            models.UniqueConstraint(fields=["tenant", "number"], name="arrived_paper_number_once"),
            models.UniqueConstraint(fields=["tenant", "source_key"], name="arrived_paper_once"),
            models.CheckConstraint(
                condition=(_WAITING & Q(settled_at=None))
                | (~_WAITING & Q(settled_at__isnull=False)),
                name="arrived_paper_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.NEW_REQUEST, State.ON_CASE])
                | (Q(case_id_of__isnull=False) & Q(trouble="")),
                name="arrived_paper_on_a_case",
            ),
            models.CheckConstraint(
                condition=(Q(state=State.REJECTED) & ~Q(reason="") & ~Q(told=""))
                | (~Q(state=State.REJECTED) & Q(reason="") & Q(told="")),
                name="arrived_paper_reason",
            ),
            models.CheckConstraint(
                condition=Q(received_at__lte=F("recorded_at")), name="arrived_paper_received_first"
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenant", "received_at", "id"],
                name="arrived_paper_waiting",
                condition=_WAITING,
            ),
            models.Index(
                fields=["tenant", "-settled_at", "id"],
                name="arrived_paper_settled",
                condition=~_WAITING,
            ),
            models.Index(fields=["tenant", "sha256"], name="arrived_paper_by_hash"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_waiting(self) -> bool:
        return self.state == State.WAITING
