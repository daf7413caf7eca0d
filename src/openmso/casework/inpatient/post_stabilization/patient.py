"""Who the patient is: found from what was told, and under which plan on that day."""

from datetime import date
from uuid import UUID

from openmso.casework.prior_auth.covered_member import member_covered_on
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.roster.eligibility.finding import known_members
from openmso.roster.members.domain.search import MemberSearch

from .models import PostStabilization


def member_told(number: str, birth_date: date | None, *, by: Actor) -> UUID | None:
    """Return the one member whose number and birth date were told; None leaves it to a person."""
    if not number or birth_date is None:
        return None
    search = MemberSearch(number=number, birth_date=birth_date)
    if not search.plain_number:
        return None
    found = known_members(by, search)
    return found[0].member_id if len(found) == 1 else None


def covered_patient(case: PostStabilization, member_id: UUID) -> None:
    """Put the member and what covers them on the day onto the case, without saving it.

    The day is the one on which we were asked, in office time. Raises NoSuchMember.
    """
    moment = case.asked_at or case.stabilized_at
    on = office_calendar(case.tenant_id).local(moment).date()
    found = member_covered_on(case.tenant_id, member_id, on)
    coverage = found.coverage
    case.member = found.member
    case.coverage = coverage
    case.plan = coverage.plan if coverage else None
    case.ipa = coverage.ipa if coverage else None
    case.line_of_business = coverage.plan.line_of_business if coverage else ""
