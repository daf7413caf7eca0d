"""The eligibility file came in: what it says of the doctors answers the open wishes."""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from openmso.office.access.actor import Actor
from openmso.roster.eligibility.models import CoverageSpan

from .actions.answer import note_answer
from .domain.answer import OPEN, Wish, answer_in
from .models import PcpChange


def match_answers(*, on: date, by: Actor, at: datetime) -> int:
    """Close every open wish that the coverage known now answers; return how many there were."""
    wishes = list(PcpChange.objects.filter(tenant_id=by.tenant_id, state__in=OPEN))
    doctors = _doctors({wish.member_id for wish in wishes}, on=on, by=by)
    closed = 0
    for wish in wishes:
        present = doctors[wish.member_id]
        asked = Wish(plan_id=wish.plan_id, before_id=wish.before_id, wanted_id=wish.wanted_id)
        state = answer_in(asked, doctors_by_plan=present)
        if state is not None:
            note_answer(wish.id, state, got=present.get(wish.plan_id), by=by, at=at)
            closed += 1
    return closed


def _doctors(member_ids: set[UUID], *, on: date, by: Actor) -> dict[UUID, dict[UUID, UUID | None]]:
    spans = CoverageSpan.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=by.tenant_id,
        member_id__in=member_ids,
        known_until=None,
        from_on__lte=on,
    )
    found: dict[UUID, dict[UUID, UUID | None]] = defaultdict(dict)
    for member_id, plan_id, pcp_id in spans.values_list("member_id", "plan_id", "pcp_id"):
        found[member_id][plan_id] = pcp_id
    return found
