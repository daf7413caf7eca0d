"""A member with the coverage that pays first on a day, and who decides under it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from openmso.office.statement import statement
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation


class NoSuchMember(LookupError):
    """This office has no such member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredMember:
    """`coverage` None: nobody covers the day. Its plan and IPA are loaded with it.

    `term_from_on` is the first day of the contract term that says who decides.
    """

    member: Member
    coverage: CoverageSpan | None
    decided_by: DecidedBy
    term_from_on: date | None = None


def member_covered_on(tenant_id: UUID, member_id: UUID, on: date) -> CoveredMember:
    """Read what holds on the day of service `on`, as we know it now. Raises NoSuchMember.

    One query; one more when nobody covers the day.
    """
    for coverage in _first_to_pay(tenant_id, member_id, on):
        return CoveredMember(
            member=coverage.member,
            coverage=coverage,
            decided_by=_decided_by(vars(coverage)["delegated"]),
            term_from_on=vars(coverage)["term_from_on"],
        )
    member = Member.objects.filter(tenant_id=tenant_id, id=member_id).first()
    if member is None:
        raise NoSuchMember("There is no such member in this office.")
    return CoveredMember(member=member, coverage=None, decided_by=DecidedBy.NOBODY_SAID)


@statement
def _first_to_pay(tenant_id: UUID, member_id: UUID, on: date) -> QuerySet[CoverageSpan]:
    term = Delegation.objects.filter(
        _holds(on),
        tenant_id=tenant_id,
        plan_id=OuterRef("plan_id"),
        ipa_id=OuterRef("ipa_id"),
        function=Delegation.Function.UTILIZATION_MANAGEMENT,
    )
    return (
        CoverageSpan.objects.filter(
            _holds(on),
            tenant_id=tenant_id,
            member_id=member_id,
            member__tenant_id=tenant_id,
            known_until=None,
        )
        .select_related("member", "plan", "ipa")
        .annotate(
            delegated=Subquery(term.values("delegated")[:1]),
            term_from_on=Subquery(term.values("from_on")[:1]),
        )
        .order_by("plan__pays_before", "from_on", "id")[:1]
    )


def _holds(on: date) -> Q:
    return Q(from_on__lte=on) & (Q(until_on=None) | Q(until_on__gt=on))


def _decided_by(delegated: bool | None) -> DecidedBy:
    if delegated is None:
        return DecidedBy.NOBODY_SAID
    return DecidedBy.US if delegated else DecidedBy.PLAN
