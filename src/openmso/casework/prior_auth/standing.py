"""What the roster says of a new request: covered how, decided by whom, approval needed or not."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import FilteredRelation, OuterRef, Q, Subquery

from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.criteria.queries import edition_with_points
from openmso.roster.benefits.domain.authorization_list import AuthorizationAnswer, ListAnswer
from openmso.roster.benefits.queries import authorization_answers
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation

# Names the relation that `_member_covered_on` annotates.
_WITH_COVER: tuple[str, ...] = ("cover__plan", "cover__ipa")

# The answer that asks most of us speaks for a request with several services.
_STRICTEST = (
    ListAnswer.NOT_LISTED,
    ListAnswer.PLAN_DECIDES,
    ListAnswer.REQUIRED,
    ListAnswer.NOT_REQUIRED,
)


class NoSuchMember(LookupError):
    """This office has no such member."""


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

    Raises NoSuchMember; NoEdition when the list names criteria of which no edition serves.
    """
    member = _member_covered_on(tenant_id, member_id, on)
    coverage: CoverageSpan | None = vars(member).get("cover")
    if coverage is None:
        return Standing(
            member=member,
            coverage=None,
            decided_by=DecidedBy.NOBODY_SAID,
            needed=ListAnswer.NOT_LISTED,
        )
    by_code = authorization_answers(
        tenant_id, coverage.plan_id, coverage.plan.line_of_business, codes, on
    )
    answers = tuple(by_code.values())
    key = next((answer.criteria_key for answer in answers if answer.criteria_key), "")
    edition, points = edition_with_points(tenant_id, key, received_on) if key else (None, ())
    return Standing(
        member=member,
        coverage=coverage,
        decided_by=_decided_by(vars(member)["delegated"]),
        needed=min((answer.answer for answer in answers), key=_STRICTEST.index),
        answers=answers,
        edition=edition,
        points=points,
    )


def _member_covered_on(tenant_id: UUID, member_id: UUID, on: date) -> Member:
    """Return the member with `cover`, the coverage that pays first on that day (absent without
    one), and `delegated`: what the contract says of deciding, None when it is silent. One query.
    """
    terms = Delegation.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        plan_id=OuterRef("cover__plan_id"),
        ipa_id=OuterRef("cover__ipa_id"),
        function=Delegation.Function.UTILIZATION_MANAGEMENT,
        from_on__lte=on,
    )
    member = (
        Member.objects.filter(tenant_id=tenant_id, id=member_id)
        .annotate(
            cover=FilteredRelation(
                "coverage_spans",
                condition=Q(
                    Q(coverage_spans__until_on=None) | Q(coverage_spans__until_on__gt=on),
                    coverage_spans__known_until=None,
                    coverage_spans__from_on__lte=on,
                ),
            ),
            delegated=Subquery(terms.values("delegated")[:1]),
        )
        .select_related(*_WITH_COVER)
        .order_by("cover__plan__pays_before", "cover__from_on", "cover__id")
        .first()
    )
    if member is None:
        raise NoSuchMember("There is no such member in this office.")
    return member


def _decided_by(delegated: bool | None) -> DecidedBy:
    if delegated is None:
        return DecidedBy.NOBODY_SAID
    return DecidedBy.US if delegated else DecidedBy.PLAN
