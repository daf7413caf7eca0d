"""Reads for pages; each takes the viewer, or the hospital, and returns only what it may see.

A stay of another office, IPA or hospital is not found, never forbidden.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.inpatient.post_stabilization.queries import visible as nights
from openmso.office.access.actor import Actor
from openmso.office.timeline.models import CaseEvent
from openmso.standards.typed_text import kept

from .domain.linking import SAME_EPISODE
from .events import Event
from .models import Admission, ConcurrentReview, DailyStatus, NoticeGiven, StayMove

ROWS = 25
_WITH = ("hospital", "member", "plan", "ipa", "coverage__pcp", "authorization", "night")


class StayNotFound(LookupError):
    """There is no such stay for this viewer."""


def visible(viewer: Actor) -> QuerySet[Admission]:
    """Narrow to what somebody of the office may see: tenant first, then IPA."""
    stays = Admission.objects.filter(tenant_id=viewer.tenant_id)
    return stays.filter(ipa_id__in=viewer.ipa_ids) if viewer.ipa_ids else stays


def stay_for(viewer: Actor, admission_id: UUID) -> Admission:
    """Return one stay with its people. Raises StayNotFound."""
    found = visible(viewer).select_related(*_WITH).filter(id=admission_id).first()
    if found is None:
        raise StayNotFound("There is no such stay.")
    return found


def stay_of_hospital(tenant_id: UUID, hospital_id: UUID, number: str) -> Admission:
    """Return the stay with this receipt number if this hospital told us. Raises StayNotFound."""
    found = (
        Admission.objects.select_related("hospital")
        .filter(tenant_id=tenant_id, hospital_id=hospital_id, number=kept(number).upper())
        .first()
    )
    if found is None:
        raise StayNotFound("There is no such stay.")
    return found


def told_by_hospital(tenant_id: UUID, hospital_id: UUID, *, since: datetime) -> list[Admission]:
    """Return what the hospital told us of after `since`, the newest first."""
    return list(
        Admission.objects.filter(
            tenant_id=tenant_id, hospital_id=hospital_id, notified_at__gte=since
        ).order_by("-notified_at", "id")[:ROWS]
    )


def moves_of(admission: Admission) -> list[StayMove]:
    """Return every move of a stay in order, struck ones too."""
    return list(
        StayMove.objects.select_related("hospital")
        .filter(tenant_id=admission.tenant_id, admission_id=admission.id)
        .order_by("happened_at", "recorded_at")
    )


def statuses_of(admission: Admission) -> list[DailyStatus]:
    """Return what was written day by day, the newest day first."""
    found = DailyStatus.objects.filter(tenant_id=admission.tenant_id, admission_id=admission.id)
    return list(found.order_by("-on"))


def reviews_of(admission: Admission) -> list[ConcurrentReview]:
    """Return our signed answers, the newest first."""
    found = ConcurrentReview.objects.filter(
        tenant_id=admission.tenant_id, admission_id=admission.id
    )
    return list(found.select_related("criteria_edition").order_by("-decided_at"))


def notices_given(admission: Admission) -> dict[str, NoticeGiven]:
    """Return the notices handed out, by their id in the rulebook."""
    found = NoticeGiven.objects.filter(tenant_id=admission.tenant_id, admission_id=admission.id)
    return {one.notice_id: one for one in found}


def papers_opened_by(admission: Admission, account_id: UUID | None) -> frozenset[UUID]:
    """Return the ids of the papers of this stay that a person has opened."""
    if account_id is None:
        return frozenset()
    lines = CaseEvent.objects.filter(
        tenant_id=admission.tenant_id,
        case_id=admission.id,
        name=Event.PAPER_OPENED,
        actor_id=account_id,
    )
    return frozenset(UUID(line["document"]) for line in lines.values_list("details", flat=True))


def nights_that_may_belong(viewer: Actor, admission: Admission) -> list[PostStabilization]:
    """Return the requests of the night of the same patient at the same hospital that no stay is
    joined to yet and that lie close enough to the admission, the nearest first."""
    if admission.member_id is None:
        return []
    around = (admission.admitted_at - SAME_EPISODE, admission.admitted_at + SAME_EPISODE)
    found = nights(viewer).filter(
        Q(asked_at__range=around) | Q(asked_at=None, stabilized_at__range=around),
        hospital_id=admission.hospital_id,
        member_id=admission.member_id,
    )
    joined = Admission.objects.filter(tenant_id=viewer.tenant_id).exclude(night=None)
    free = found.exclude(id__in=joined.values("night_id"))
    return sorted(free, key=lambda one: abs(_moment(one) - admission.admitted_at))


def _moment(night: PostStabilization) -> datetime:
    return night.asked_at or night.stabilized_at
