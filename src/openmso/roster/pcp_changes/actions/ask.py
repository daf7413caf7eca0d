"""A member asks for another primary care doctor. We decide nothing: it goes to the health plan."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.eligibility.queries import coverages_on

from ..events import Event
from ..models import PcpChange
from ..numbers import wish_number
from ..queries import is_primary_care_in


class NotToBeAsked(ValueError):
    """This wish cannot be passed on. `why` is one of the words below, for the page to say it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


NOT_COVERED, SAME_DOCTOR, NO_SUCH_DOCTOR, ASKED_ALREADY = (
    *("not_covered", "same_doctor", "no_such_doctor"),
    "asked_already",
)


@action
def ask_for_doctor(wanted_id: UUID, *, reason: str, by: Actor, at: datetime) -> PcpChange:
    """Write the wish of the signed-in member down; a job passes it on. Raises NotToBeAsked."""
    if by.member_id is None:
        raise ValueError("only a member asks for themselves")
    on = office_calendar(by.tenant_id).local(at).date()
    coverage = next(iter(coverages_on(by.tenant_id, by.member_id, on)), None)
    if coverage is None:
        raise NotToBeAsked(NOT_COVERED)
    if coverage.pcp_id == wanted_id:
        raise NotToBeAsked(SAME_DOCTOR)
    if not is_primary_care_in(by.tenant_id, wanted_id, coverage.ipa_id, on):
        raise NotToBeAsked(NO_SUCH_DOCTOR)
    change = PcpChange(
        tenant_id=by.tenant_id,
        number=wish_number(on, secrets.choice),
        member_id=by.member_id,
        coverage=CoverageSpan(id=coverage.span_id),
        plan_id=coverage.plan_id,
        before_id=coverage.pcp_id,
        wanted_id=wanted_id,
        reason=reason.strip()[:300],
        asked_at=at,
    )
    try:
        with transaction.atomic():
            change.save(force_insert=True)
    except IntegrityError:
        raise NotToBeAsked(ASKED_ALREADY) from None
    record(change, Event.ASKED, by=by, at=at, number=change.number)
    return change
