"""Stored due times: written from computed ones, met, missed or closed.

The arithmetic is not here: a case kind computes its deadlines with the rulebook and hands them
over. Stored and recomputed deadlines must be equal at any time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, Value
from django.db.models.functions import Concat

from openmso.office.new_rows import add_rows
from openmso.office.statement import statement
from openmso.rulebook.duty_clocks import DutyClock

from .action import Recorded
from .models import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedDeadline:
    """A due time as the pure code computes it. Instants carry a time zone."""

    purpose: str
    rule_id: str
    question: str
    authority: str
    citation: str
    verified: str
    edition: str
    starts_with: str
    started_at: datetime
    due_at: datetime
    extended: bool
    governs: bool
    working: tuple[str, ...]


_ROUND = " in round "
_COMPUTED = [name for name in ComputedDeadline.__slots__ if name not in {"purpose", "rule_id"}]


def computed(clocks: Iterable[DutyClock], *, edition: str) -> tuple[ComputedDeadline, ...]:
    """Return the clocks of a case as they are stored; `edition` is that of their rulebook."""
    return tuple(
        ComputedDeadline(
            purpose=clock.purpose,
            rule_id=clock.rule.id,
            question=clock.rule.question,
            authority=str(clock.rule.authority),
            citation=clock.rule.citation,
            verified=str(clock.rule.verified),
            edition=edition,
            starts_with=clock.rule.starts_at,
            started_at=clock.started_at,
            due_at=clock.due_at,
            extended=clock.extended,
            governs=clock.governs,
            working=clock.working,
        )
        for clock in clocks
    )


def first_deadlines(case: Recorded, computed: Iterable[ComputedDeadline]) -> None:
    """Write the deadlines of a case that has none yet."""
    add_rows(_rows(case, computed))


def store_deadlines(case: Recorded, computed: Iterable[ComputedDeadline]) -> list[Deadline]:
    """Write these deadlines over the stored ones of the same purpose and rule."""
    return Deadline.objects.bulk_create(
        _rows(case, computed),
        update_conflicts=True,
        unique_fields=["tenant", "case_id", "purpose", "rule_id"],
        update_fields=[*_COMPUTED, "closed_at"],
    )


def _rows(case: Recorded, computed: Iterable[ComputedDeadline]) -> list[Deadline]:
    return [
        Deadline(
            tenant_id=case.tenant_id,
            case_kind=case.case_kind,
            case_id=case.id,
            **{name: getattr(deadline, name) for name in ComputedDeadline.__slots__},
        )
        for deadline in computed
    ]


def replace_deadlines(
    case: Recorded, computed: Iterable[ComputedDeadline], *, at: datetime
) -> list[Deadline]:
    """Do as `store_deadlines`, and close open ones of the same purposes that no longer hold."""
    fresh = tuple(computed)
    purposes = {deadline.purpose for deadline in fresh}
    rules = {deadline.rule_id for deadline in fresh}
    _open(case.tenant_id, case.id).filter(purpose__in=purposes).exclude(rule_id__in=rules).update(
        closed_at=at, governs=False
    )
    return store_deadlines(case, fresh)


def meet(case: Recorded, *purposes: str, at: datetime) -> int:
    """Mark the open duties of these purposes as done; return how many there were."""
    return _open(case.tenant_id, case.id).filter(purpose__in=purposes).update(met_at=at)


def miss(case: Recorded, purpose: str, *, at: datetime) -> int:
    """Mark that the office acted on silence: this duty was not done in time."""
    return _open(case.tenant_id, case.id).filter(purpose=purpose).update(missed_at=at)


def close_all(case: Recorded, *, at: datetime) -> int:
    """Mark that nothing more is owed on this case."""
    return _open(case.tenant_id, case.id).update(closed_at=at)


def begin_again(case: Recorded, *, at: datetime) -> int:
    """Put the deadlines of a case aside that starts over, and return which round it was.

    They keep their due times and whether they were met, under purposes of their own ("decide in
    round 1"), so that nobody waits for them; what was still owed is closed at `at`.
    """
    mine = Deadline.objects.filter(tenant_id=case.tenant_id, case_id=case.id)
    rounds = {purpose.partition(_ROUND)[2] for purpose in mine.values_list("purpose", flat=True)}
    over = len(rounds - {""}) + 1
    close_all(case, at=at)
    mine.exclude(purpose__contains=_ROUND).update(
        purpose=Concat("purpose", Value(f"{_ROUND}{over}"))
    )
    return over


@statement
def of_case(tenant_id: UUID, case_id: UUID) -> QuerySet[Deadline]:
    """Return the deadlines of one case in its present round, the governing ones first, by due time.

    Those that `begin_again` put aside are left out.
    """
    return (
        Deadline.objects.filter(tenant_id=tenant_id, case_id=case_id)
        .exclude(purpose__contains=_ROUND)
        .order_by("-governs", "due_at", "rule_id")
    )


def governing_one(case: Recorded, purpose: str) -> Deadline | None:
    """Return the governing due time of a duty as it is stored, open or not."""
    return Deadline.objects.filter(
        tenant_id=case.tenant_id, case_id=case.id, purpose=purpose, governs=True
    ).first()


def overdue(tenant_id: UUID, purpose: str, *, at: datetime, limit: int) -> list[Deadline]:
    """Return open governing deadlines whose time has fully passed at `at`, oldest first."""
    return list(
        Deadline.objects.filter(
            tenant_id=tenant_id,
            purpose=purpose,
            governs=True,
            met_at=None,
            missed_at=None,
            closed_at=None,
            due_at__lt=at,
        ).order_by("due_at", "id")[:limit]
    )


def is_overdue(tenant_id: UUID, case_id: UUID, purpose: str, *, at: datetime) -> bool:
    """Tell whether the governing deadline of this purpose is open and fully passed at `at`."""
    return _open(tenant_id, case_id).filter(purpose=purpose, governs=True, due_at__lt=at).exists()


def _open(tenant_id: UUID, case_id: UUID) -> QuerySet[Deadline]:
    return Deadline.objects.filter(
        tenant_id=tenant_id, case_id=case_id, met_at=None, missed_at=None, closed_at=None
    )
