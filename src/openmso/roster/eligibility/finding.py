"""Finding members by number, or by name and birth date, together with what covers them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.roster.members.domain.search import MemberSearch, require_enough
from openmso.roster.members.models import Member, MemberIdentifier

from .domain.answer import KnownCoverage, KnownMember
from .models import CoverageSpan

MOST_MEMBERS = 25
# A member rarely has more than a dozen spans; this bounds the whole answer.
_MOST_ROWS = 400

_MEMBER = (
    *("id", "number_in_office", "given_name", "family_name", "birth_date", "deceased_on"),
    *("language", "sort_key"),
)
_SPAN = {
    "span_id": "known__id",
    "plan_id": "known__plan_id",
    "plan_name": "known__plan__name",
    "line_of_business": "known__plan__line_of_business",
    "pays_before": "known__plan__pays_before",
    "ipa_id": "known__ipa_id",
    "ipa_name": "known__ipa__name",
    "member_number": "known__member_number",
    "from_on": "known__from_on",
    "until_on": "known__until_on",
}
_PCP = ("known__pcp__given_name", "known__pcp__family_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One member in a list of search results, with the coverage of the day asked about."""

    member_id: UUID
    number_in_office: str
    given_name: str
    family_name: str
    birth_date: date
    deceased_on: date | None
    language: str
    plan_name: str
    line_of_business: str
    ipa_name: str
    member_number: str

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def find_members(viewer: Actor, search: MemberSearch, *, on: date) -> list[MemberRow]:
    """Return up to 25 members that fit, by name; two people who look alike are two rows.

    The coverage shown is that of `on`. Raises NotEnoughToSearch. One query.
    """
    require_enough(search, may_browse=viewer.practice_id is None)
    return [_row(member, on) for member in known_members(viewer, search)]


def known_members(viewer: Actor, search: MemberSearch) -> list[KnownMember]:
    """Return the members that fit with all that is known now of their coverage. One query."""
    rows = (
        _visible(viewer, search)
        .annotate(
            known=FilteredRelation("coverage_spans", condition=Q(coverage_spans__known_until=None))
        )
        .order_by("sort_key", "id", "known__plan__pays_before", "-known__from_on")
        .values(*_MEMBER, *_SPAN.values(), *_PCP)
    )
    return _gathered(rows[:_MOST_ROWS])


def _visible(viewer: Actor, search: MemberSearch) -> QuerySet[Member]:
    members = Member.objects.filter(_fits(viewer.tenant_id, search), tenant_id=viewer.tenant_id)
    if viewer.member_id is not None:
        members = members.filter(id=viewer.member_id)
    if viewer.ipa_ids:
        theirs = CoverageSpan.objects.filter(
            tenant_id=OuterRef("tenant_id"), member_id=OuterRef("id"), ipa_id__in=viewer.ipa_ids
        )
        members = members.filter(Exists(theirs))
    return members


def _fits(tenant_id: UUID, search: MemberSearch) -> Q:
    if search.member_id is not None:
        return Q(id=search.member_id)
    fits = Q()
    if search.plain_number:
        fits &= Q(id__in=_by_number(tenant_id, search.plain_number))
    if search.family_prefix:
        fits &= Q(search_family__startswith=search.family_prefix)
    if search.given_prefix:
        fits &= Q(search_given__startswith=search.given_prefix)
    if search.birth_date is not None:
        fits &= Q(birth_date=search.birth_date)
    return fits


def _by_number(tenant_id: UUID, number: str) -> QuerySet[Any, Any]:
    # Three lists of numbers, each read through its own index.
    office = Member.objects.filter(tenant_id=tenant_id, number_in_office=number).values("id")
    public = MemberIdentifier.objects.filter(tenant_id=tenant_id, value=number).values("member_id")
    plans = CoverageSpan.objects.filter(tenant_id=tenant_id, member_number=number).values(
        "member_id"
    )
    return office.union(public, plans)


def _gathered(rows: Iterable[dict[str, Any]]) -> list[KnownMember]:
    members: dict[UUID, KnownMember] = {}
    for row in rows:
        member = members.get(row["id"])
        if member is None:
            if len(members) == MOST_MEMBERS:
                break
            member = KnownMember(
                member_id=row["id"], **{name: row[name] for name in _MEMBER[1:-1]}, coverages=()
            )
        if row["known__id"] is not None:
            member = replace(member, coverages=(*member.coverages, _coverage(row)))
        members[row["id"]] = member
    return list(members.values())


def _coverage(row: dict[str, Any]) -> KnownCoverage:
    pcp_name = " ".join(row[column] or "" for column in _PCP).strip()
    return KnownCoverage(pcp_name=pcp_name, **{name: row[column] for name, column in _SPAN.items()})


def _row(member: KnownMember, on: date) -> MemberRow:
    today = next((span for span in member.coverages if span.covers(on)), None)
    return MemberRow(
        member_id=member.member_id,
        number_in_office=member.number_in_office,
        given_name=member.given_name,
        family_name=member.family_name,
        birth_date=member.birth_date,
        deceased_on=member.deceased_on,
        language=member.language,
        plan_name=today.plan_name if today else "",
        line_of_business=today.line_of_business if today else "",
        ipa_name=today.ipa_name if today else "",
        member_number=today.member_number if today else "",
    )
