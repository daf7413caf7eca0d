"""The clocks of appeals under rules that are not in force here yet. Writes nothing."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from openmso.office.timeline.deadlines import computed
from openmso.office.timeline.moved import Recomputed
from openmso.rulebook.book import Rulebook
from openmso.rulebook.errors import ConflictingAnswers

from .clock_keeping import compute_clocks
from .models import Appeal


def recompute(case_ids: Sequence[UUID], /, *, book: Rulebook) -> Mapping[UUID, Recomputed]:
    """Return the clocks of these appeals as `book` would have them."""
    appeals = Appeal.objects.filter(id__in=case_ids).select_related("request")
    return {appeal.id: _recomputed(appeal, book) for appeal in appeals}


def _recomputed(appeal: Appeal, book: Rulebook) -> Recomputed:
    try:
        found = compute_clocks(appeal, book)
    except ConflictingAnswers as refusal:
        return Recomputed(
            case_id=appeal.id, number=appeal.number, deadlines=(), refusal=str(refusal)
        )
    return Recomputed(
        case_id=appeal.id,
        number=appeal.number,
        deadlines=computed(found, edition=book.edition),
    )
