"""Write down coverage we have learned of."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.roster.members.models import Member

from ..events import Event
from ..models import CoverageSpan

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCoverage:
    """One span of coverage; `until_on` is the first day without it, None leaves it open."""

    member_id: UUID
    plan_id: UUID
    ipa_id: UUID
    pcp_id: UUID | None = None
    member_number: str
    from_on: date
    until_on: date | None = None
    source: str

    def row(
        self, tenant_id: UUID, *, known_from: datetime, replaces: UUID | None = None
    ) -> CoverageSpan:
        """Return the span as known from an instant on, not yet written."""
        return CoverageSpan(
            tenant_id=tenant_id, known_from=known_from, replaces_id=replaces, **asdict(self)
        )


@action
def add_coverage(spans: Iterable[NewCoverage], *, by: Actor, at: datetime) -> list[CoverageSpan]:
    """Add spans, known from `at` on, each with a line on its member's timeline.

    Raises IntegrityError when one overlaps what we know of the same member and plan.
    """
    rows = [span.row(by.tenant_id, known_from=at) for span in spans]
    CoverageSpan.objects.bulk_create(rows, batch_size=_AT_ONCE)
    for row in rows:
        record(
            Member(id=row.member_id, tenant_id=by.tenant_id),
            Event.COVERAGE_ADDED,
            by=by,
            at=at,
            span=str(row.id),
            plan=str(row.plan_id),
            ipa=str(row.ipa_id),
            source=row.source,
        )
    return rows
