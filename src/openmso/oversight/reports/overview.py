"""Each IPA's requests as they are this minute: open, due soon, overdue, decided.

Nothing here is kept; every look counts anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.timeline.models import CaseEvent
from openmso.office.worklists.models import WorklistItem
from openmso.roster.plans.models import Ipa

from .behind import Behind
from .domain.as_of import OUTCOMES

MOST_CASES = 500


class What(StrEnum):
    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """This minute: due soon is due within `soon`; decided is decided since `since`."""

    at: datetime
    soon: timedelta
    since: datetime

    def due(self, what: What) -> Q:
        return {
            What.OPEN: Q(),
            What.DUE_SOON: Q(due_at__gte=self.at, due_at__lt=self.at + self.soon),
            What.OVERDUE: Q(due_at__lt=self.at),
        }[what]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One IPA's requests. `ipa` None: whose they are is not known yet."""

    ipa: Ipa | None
    counts: dict[What, int]


def desks_now(viewer: Actor, now: Now) -> Sequence[Desk]:
    """Count for each IPA the viewer may see, by name; what has no IPA comes last. Three queries,
    each on an index of open work or of events by name."""
    counts: dict[UUID | None, dict[What, int]] = defaultdict(lambda: dict.fromkeys(What, 0))
    how_many = {
        what.value: Count("id", filter=now.due(what))
        for what in (What.OPEN, What.DUE_SOON, What.OVERDUE)
    }
    for ipa_id, *each in _open_items(viewer).values_list("ipa_id").annotate(**how_many):
        counts[ipa_id] |= dict(zip(map(What, how_many), each, strict=True))
    decided = _decided(viewer, now).values_list("ipa_id").annotate(Count("id"))
    for ipa_id, count in decided:
        counts[ipa_id][What.DECIDED] = count
    ipas = Ipa.objects.filter(tenant_id=viewer.tenant_id).order_by("name")
    if viewer.ipa_ids:
        ipas = ipas.filter(id__in=viewer.ipa_ids)
    desks = [Desk(ipa=ipa, counts=counts[ipa.id]) for ipa in ipas]
    return [*desks, Desk(ipa=None, counts=counts[None])] if None in counts else desks


def desk_cases(viewer: Actor, ipa_id: UUID | None, what: What, now: Now) -> list[Behind]:
    """Return the cases behind one number, the most urgent (or newest) first; at most MOST_CASES.

    One query. An IPA the viewer may not see has no cases.
    """
    of_ipa = Q(ipa_id=ipa_id)
    rows: Iterable[tuple[UUID, str]]
    if what is What.DECIDED:
        decided = _decided(viewer, now).filter(of_ipa).order_by("-decided_at", "id")
        rows = decided.values_list("id", "number")[:MOST_CASES]
    else:
        items = _open_items(viewer).filter(of_ipa, now.due(what)).order_by("due_at", "id")
        rows = items.values_list("case_id", "case_number")[:MOST_CASES]
    return [Behind(kind=PRIOR_AUTH, id=case_id, number=number) for case_id, number in rows]


def _open_items(viewer: Actor) -> QuerySet[WorklistItem]:
    items = WorklistItem.objects.filter(
        tenant_id=viewer.tenant_id, case_kind=PRIOR_AUTH, closed_at=None
    )
    return items.filter(ipa_id__in=viewer.ipa_ids) if viewer.ipa_ids else items


def _decided(viewer: Actor, now: Now) -> QuerySet[AuthorizationRequest]:
    events = CaseEvent.objects.filter(
        tenant_id=viewer.tenant_id,
        name__in=[str(name) for name in OUTCOMES],
        recorded_at__gte=now.since,
        recorded_at__lte=now.at,
    )
    requests = AuthorizationRequest.objects.filter(
        tenant_id=viewer.tenant_id, id__in=events.values("case_id")
    )
    return requests.filter(ipa_id__in=viewer.ipa_ids) if viewer.ipa_ids else requests
