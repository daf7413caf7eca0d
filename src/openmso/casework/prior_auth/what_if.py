"""The clocks of requests under rules that are not in force here yet. Writes nothing."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from openmso.office.law import office_calendar
from openmso.office.timeline.deadlines import computed
from openmso.office.timeline.moved import Recomputed
from openmso.rulebook.book import Rulebook
from openmso.rulebook.errors import ConflictingAnswers, NoAnswer

from .clock_keeping import clock_facts
from .domain.deadlines import clocks
from .models import AuthorizationRequest


def recompute(case_ids: Sequence[UUID], /, *, book: Rulebook) -> Mapping[UUID, Recomputed]:
    """Return the clocks of these requests as `book` would have them."""
    requests = AuthorizationRequest.objects.filter(id__in=case_ids)
    return {request.id: _recomputed(request, book) for request in requests}


def _recomputed(request: AuthorizationRequest, book: Rulebook) -> Recomputed:
    try:
        found = clocks(clock_facts(request), book, office_calendar(request.tenant_id))
    except (ConflictingAnswers, NoAnswer) as refusal:
        return Recomputed(
            case_id=request.id, number=request.number, deadlines=(), refusal=str(refusal)
        )
    return Recomputed(
        case_id=request.id,
        number=request.number,
        deadlines=computed(found, edition=book.edition),
    )
