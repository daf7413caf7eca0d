"""Which open deadlines would move if they were computed with another rulebook. Changes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Protocol
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.module_loading import import_string

from openmso.rulebook.book import Rulebook

from .case_kinds import every_kind
from .deadlines import ComputedDeadline
from .models import Deadline

AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """The clocks of one case under other rules; `refusal` says why there are none."""

    case_id: UUID
    number: str
    deadlines: tuple[ComputedDeadline, ...]
    refusal: str = ""

    def governing(self, purpose: str) -> ComputedDeadline | None:
        """Return the clock that would govern this duty."""
        return next(
            (each for each in self.deadlines if each.purpose == purpose and each.governs), None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One stored, open, governing deadline beside the one of the other rules.

    `would_be` None: the other rules give no due time; `refusal` may say why.
    """

    number: str
    stored: Deadline
    would_be: ComputedDeadline | None
    refusal: str

    @property
    def moves(self) -> bool:
        """Tell whether the due time would be another one, or none."""
        return self.would_be is None or self.would_be.due_at != self.stored.due_at

    @property
    def new_due_at(self) -> datetime | None:
        return self.would_be.due_at if self.would_be else None


class Recompute(Protocol):
    """Computes the clocks of these cases of one kind with the other rules."""

    def __call__(
        self, case_ids: Sequence[UUID], /, *, book: Rulebook
    ) -> Mapping[UUID, Recomputed]: ...


def comparable_kinds() -> dict[str, Recompute]:
    """Return who computes anew, by kind of case: each kind names it when it is registered.

    Raises ImportError for a name that leads nowhere.
    """
    return {kind.key: import_string(kind.recompute) for kind in every_kind() if kind.recompute}


def compare_open_deadlines(
    case_kind: str, recompute: Recompute, *, book: Rulebook
) -> Iterator[Compared]:
    """Yield every open governing deadline of this kind of case, in every office, case by case.

    Nothing is written. Works through them in batches, so that a large office fits in memory.
    """
    rows = iter(_open().filter(case_kind=case_kind).order_by("case_id", "purpose").iterator())
    while deadlines := list(islice(rows, AT_ONCE)):
        cases = recompute(list({deadline.case_id for deadline in deadlines}), book=book)
        for deadline in deadlines:
            case = cases.get(deadline.case_id)
            yield Compared(
                number=case.number if case else "",
                stored=deadline,
                would_be=case.governing(deadline.purpose) if case else None,
                refusal=case.refusal if case else "the case is not there",
            )


def open_deadlines_by_kind() -> dict[str, int]:
    """Return how many open governing deadlines each kind of case has."""
    counted = _open().values("case_kind").annotate(open=Count("id")).order_by("case_kind")
    return {row["case_kind"]: row["open"] for row in counted}


def _open() -> QuerySet[Deadline]:
    return Deadline.objects.filter(governs=True, met_at=None, missed_at=None, closed_at=None)
