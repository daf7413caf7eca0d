"""What the roster says of a new request: covered how, decided by whom, approval needed or not."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.criteria.queries import edition_with_points
from openmso.roster.benefits.domain.authorization_list import AuthorizationAnswer, ListAnswer
from openmso.roster.benefits.queries import authorization_answers
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.domain.delegation import DecidedBy

from .covered_member import member_covered_on

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

    member: Member
    coverage: CoverageSpan | None
    decided_by: DecidedBy
    needed: ListAnswer
    answers: tuple[AuthorizationAnswer, ...] = ()
    edition: CriteriaEdition | None = None
    points: tuple[CriteriaPoint, ...] = ()
    term_from_on: date | None = None

    @property
    def auto_approve_rule(self) -> str:
        """The rule that approves this without a review; empty unless all services have one.

        Services of different criteria never: the points of one set only are asked and answered.
        """
        if len({answer.criteria_key for answer in self.answers}) > 1:
            return ""
        rules = [answer.auto_approve_rule for answer in self.answers if answer.auto_approve]
        return rules[0] if rules and len(rules) == len(self.answers) else ""

    @property
    def for_the_plan(self) -> tuple[str, ...]:
        """The services that the list leaves to the plan while we decide others of the request."""
        if self.decided_by is DecidedBy.PLAN:
            return ()
        ours = {ListAnswer.REQUIRED, ListAnswer.NOT_LISTED}
        if not any(answer.answer in ours for answer in self.answers):
            return ()
        return tuple(
            answer.code for answer in self.answers if answer.answer is ListAnswer.PLAN_DECIDES
        )

    @property
    def review_specialties(self) -> list[str]:
        return sorted({code for answer in self.answers for code in answer.review_specialties})

    @property
    def list_source(self) -> str:
        """The source of the answer that speaks for the request."""
        speaking = (answer for answer in self.answers if answer.answer is self.needed)
        return next((answer.source for answer in speaking), "")

    @property
    def forwarding_source(self) -> str:
        """What says that the plan decides: the contract's term on delegation, else the list."""
        if self.coverage is None or self.decided_by is not DecidedBy.PLAN:
            return self.list_source
        since = f" from {self.term_from_on:%m/%d/%Y}" if self.term_from_on else ""
        return (
            f"Contract term on delegation{since}: {self.coverage.plan.name} decides "
            f"authorizations for {self.coverage.ipa.name} itself."
        )


def standing_of(
    tenant_id: UUID, member_id: UUID, codes: list[str], *, on: date, received_on: date
) -> Standing:
    """Read the roster for the day of service `on`; the criteria edition is that of receipt.

    Raises NoSuchMember; NoEdition when the list names criteria of which no edition serves.
    """
    covered = member_covered_on(tenant_id, member_id, on)
    coverage = covered.coverage
    if coverage is None:
        return Standing(
            member=covered.member,
            coverage=None,
            decided_by=covered.decided_by,
            needed=ListAnswer.NOT_LISTED,
        )
    by_code = authorization_answers(
        tenant_id, coverage.plan_id, coverage.plan.line_of_business, codes, on
    )
    answers = tuple(by_code.values())
    key = next((answer.criteria_key for answer in answers if answer.criteria_key), "")
    edition, points = edition_with_points(tenant_id, key, received_on) if key else (None, ())
    return Standing(
        member=covered.member,
        coverage=coverage,
        decided_by=covered.decided_by,
        needed=min((answer.answer for answer in answers), key=_STRICTEST.index),
        answers=answers,
        edition=edition,
        points=points,
        term_from_on=covered.term_from_on,
    )
