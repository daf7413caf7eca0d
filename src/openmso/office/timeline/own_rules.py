"""What the rule a deadline was computed with would make of it in another rulebook.

For kinds of case whose clocks begin each with an event of its own. A kind whose clocks hang
together computes them itself, with the facts of the case.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from openmso.office.law import office_calendar
from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import compute_due
from openmso.rulebook.errors import UnknownRule

from .deadlines import ComputedDeadline
from .models import Deadline
from .moved import Recompute, Recomputed


def by_their_own_rules(kind: type[Model]) -> Recompute:
    """Return what computes the open governing deadlines of such cases anew, each from its start.

    `kind` has a `number`. A rule that is gone leaves its deadline out and is told; one that is not
    in force on the day of the start leaves it out.
    """

    def recompute(case_ids: Sequence[UUID], /, *, book: Rulebook) -> Mapping[UUID, Recomputed]:
        cases = kind._default_manager.filter(id__in=case_ids)
        return _recomputed(dict(cases.values_list("id", "number")), book)

    return recompute


def _recomputed(numbers: Mapping[UUID, str], book: Rulebook) -> Mapping[UUID, Recomputed]:
    found: dict[UUID, list[ComputedDeadline]] = defaultdict(list)
    gone: dict[UUID, str] = {}
    for row in _open_of(numbers):
        try:
            due_at = _due_at(row, book)
        except UnknownRule as refusal:
            gone[row.case_id] = str(refusal)
        else:
            if due_at is not None:
                found[row.case_id].append(_with(row, due_at, book.edition))
    return {
        case_id: Recomputed(
            case_id=case_id,
            number=number,
            deadlines=tuple(found[case_id]),
            refusal=gone.get(case_id, ""),
        )
        for case_id, number in numbers.items()
    }


def _open_of(numbers: Mapping[UUID, str]) -> list[Deadline]:
    rows = Deadline.objects.filter(governs=True, met_at=None, missed_at=None, closed_at=None)
    return list(rows.filter(case_id__in=list(numbers)))


def _due_at(row: Deadline, book: Rulebook) -> datetime | None:
    """Return the due time; the stored one where the rule speaks in words and names none itself."""
    rule, office = book.rule(row.rule_id), office_calendar(row.tenant_id)
    on = office.local(row.started_at).date()
    if (rule.from_on and on < rule.from_on) or (rule.until_on and on >= rule.until_on):
        return None
    extended = row.extended and rule.extension is not None
    return compute_due(rule, row.started_at, office, extended=extended).due_at or row.due_at


def _with(row: Deadline, due_at: datetime, edition: str) -> ComputedDeadline:
    stored = {each.name: getattr(row, each.name) for each in fields(ComputedDeadline)}
    return ComputedDeadline(**stored | {"due_at": due_at, "edition": edition})
