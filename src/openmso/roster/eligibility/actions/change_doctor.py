"""The plan's file names another primary care doctor for a coverage we know."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from ..models import CoverageSpan
from .add_coverage import NewCoverage
from .correct_coverage import correct_coverage

REASON = "The plan's file names another primary care doctor."


@action
def change_doctor(
    span_id: UUID, doctor_id: UUID, *, by: Actor, at: datetime
) -> CoverageSpan | None:
    """Know the span with another doctor from `at` on; what was known before stays readable.

    Raises CoverageSpan.DoesNotExist, NotKnownAnyMore.
    """
    old = CoverageSpan.objects.get(tenant_id=by.tenant_id, id=span_id)
    truth = NewCoverage(
        member_id=old.member_id,
        plan_id=old.plan_id,
        ipa_id=old.ipa_id,
        pcp_id=doctor_id,
        member_number=old.member_number,
        from_on=old.from_on,
        until_on=old.until_on,
        source=old.source,
    )
    return correct_coverage(span_id, truth=truth, reason=REASON, by=by, at=at)
