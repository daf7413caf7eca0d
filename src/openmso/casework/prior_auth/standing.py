"""What the roster says of a new request: covered how, decided by whom, approval needed or not."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.criteria.queries import edition_in_force, points_of
from openmso.roster.benefits.domain.authorization_list import AuthorizationAnswer, ListAnswer
from openmso.roster.benefits.queries import authorization_answers
from openmso.roster.eligibility.domain.coverage import Coverage
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation
from openmso.roster.plans.queries import delegation_on

# The answer that asks most of us speaks for a request with several services.
_STRICTEST = (
    ListAnswer.NOT_LISTED,
    ListAnswer.PLAN_DECIDES,
    ListAnswer.REQUIRED,
    ListAnswer.NOT_REQUIRED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a request stands before anybody has looked at it."""

    coverage: Coverage | None
    decided_by: DecidedBy
    needed: ListAnswer
    answers: tuple[AuthorizationAnswer, ...]
    edition: CriteriaEdition | None
    points: tuple[CriteriaPoint, ...]

    @property
    def auto_approve_rule(self) -> str:
        """The rule that approves this without a review; empty unless all services have one."""
        rules = [answer.auto_approve_rule for answer in self.answers if answer.auto_approve]
        return rules[0] if rules and len(rules) == len(self.answers) else ""

    @property
    def review_specialties(self) -> list[str]:
        return sorted({code for answer in self.answers for code in answer.review_specialties})

    @property
    def list_source(self) -> str:
        return next((answer.source for answer in self.answers), "")


def standing_of(
    tenant_id: UUID, member_id: UUID, codes: list[str], *, on: date, received_on: date
) -> Standing:
    """Read the roster for the day of service `on`; the criteria edition is that of receipt.

    Raises NoEdition when the list names criteria of which no edition serves.
    """
    coverage = coverage_on(tenant_id, member_id, on)
    if coverage is None:
        return Standing(
            coverage=None,
            decided_by=DecidedBy.NOBODY_SAID,
            needed=ListAnswer.NOT_LISTED,
            answers=(),
            edition=None,
            points=(),
        )
    delegation = delegation_on(
        tenant_id, coverage.plan_id, coverage.ipa_id, Delegation.Function.UTILIZATION_MANAGEMENT, on
    )
    by_code = authorization_answers(
        tenant_id, coverage.plan_id, coverage.line_of_business, codes, on
    )
    answers = tuple(by_code.values())
    needed = min((answer.answer for answer in answers), key=_STRICTEST.index)
    key = next((answer.criteria_key for answer in answers if answer.criteria_key), "")
    edition = edition_in_force(tenant_id, key, received_on) if key else None
    return Standing(
        coverage=coverage,
        decided_by=delegation.decided_by,
        needed=needed,
        answers=answers,
        edition=edition,
        points=tuple(points_of(tenant_id, edition.id)) if edition else (),
    )
