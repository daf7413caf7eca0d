"""One coverage as everybody above the roster sees it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What we know of one member's coverage by one plan; `until_on` is the first day without it."""

    span_id: UUID
    member_id: UUID
    plan_id: UUID
    plan_name: str
    line_of_business: str
    funding: str
    licensed_plan: bool
    ipa_id: UUID
    ipa_name: str
    pcp_id: UUID | None
    pcp_name: str
    member_number: str
    from_on: date
    until_on: date | None
    known_from: datetime
    known_until: datetime | None

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)
