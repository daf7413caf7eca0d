"""The clocks of grievances under rules that are not in force here yet. Writes nothing."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from openmso.office.timeline.moved import Recomputed
from openmso.office.timeline.own_rules import by_their_own_rules
from openmso.rulebook.book import Rulebook

from .models import Grievance


def recompute(case_ids: Sequence[UUID], /, *, book: Rulebook) -> Mapping[UUID, Recomputed]:
    """Return the open clocks of these grievances as `book` would have them."""
    grievances = Grievance.objects.filter(id__in=case_ids)
    return by_their_own_rules(dict(grievances.values_list("id", "number")), book=book)
