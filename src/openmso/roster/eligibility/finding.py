"""Finding members by number, or by name and birth date, together with what covers them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from openmso.office.access.actor import Actor
from openmso.roster.members.domain.search import MemberSearch, require_enough

from .domain.answer import KnownCoverage, KnownMember

# Written out because it is the question asked most often: the mapper would spend more time on
# putting the same text together each time than the database on answering it. The people are chosen
# first, in the order of the index over names, so that a common name costs no more than a rare one.
_WITH_COVERAGE = """
    SELECT m.id, m.number_in_office, m.given_name, m.family_name, m.birth_date, m.deceased_on,
           m.language,
           s.id, s.plan_id, p.name, p.line_of_business, p.pays_before, s.ipa_id, i.name,
           d.given_name, d.family_name, s.member_number, s.from_on, s.until_on
      FROM chosen m
      LEFT JOIN coverage_span s
             ON s.tenant_id = m.tenant_id AND s.member_id = m.id AND s.known_until IS NULL
      LEFT JOIN health_plan p ON p.id = s.plan_id
      LEFT JOIN ipa i ON i.id = s.ipa_id
      LEFT JOIN practitioner d ON d.id = s.pcp_id
     ORDER BY m.sort_key, m.id, p.pays_before, s.from_on DESC"""
_CHOSEN = "WITH chosen AS (SELECT m.* FROM member m WHERE "
_THE_FIRST_OF_THEM = """
     ORDER BY m.search_family USING ~<~, m.search_given USING ~<~, m.id LIMIT 25)"""
# Three lists of numbers, each read through its own index.
_BY_NUMBER = """m.id IN (
        SELECT id FROM member WHERE tenant_id = %(tenant)s AND number_in_office = %(number)s
        UNION
        SELECT member_id FROM member_identifier
         WHERE tenant_id = %(tenant)s AND value = %(number)s AND kind <> 'source'
        UNION
        SELECT member_id FROM coverage_span
         WHERE tenant_id = %(tenant)s AND member_number = %(number)s)"""
_OF_THESE_IPAS = """EXISTS (
        SELECT 1 FROM coverage_span o
         WHERE o.tenant_id = m.tenant_id AND o.member_id = m.id AND o.ipa_id = ANY(%(ipas)s))"""


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
    conditions, facts = _conditions(viewer, search)
    question = _CHOSEN + " AND ".join(conditions) + _THE_FIRST_OF_THEM + _WITH_COVERAGE
    with connection.cursor() as cursor:
        cursor.execute(question, facts)
        return _gathered(cursor.fetchall())


def _conditions(viewer: Actor, search: MemberSearch) -> tuple[list[str], dict[str, Any]]:
    conditions = ["m.tenant_id = %(tenant)s"]
    facts: dict[str, Any] = {"tenant": viewer.tenant_id}

    def ask(condition: str, **values: object) -> None:
        conditions.append(condition)
        facts.update(values)

    if viewer.member_id is not None:
        ask("m.id = %(self)s", self=viewer.member_id)
    if viewer.ipa_ids:
        ask(_OF_THESE_IPAS, ipas=list(viewer.ipa_ids))
    if search.member_id is not None:
        ask("m.id = %(member)s", member=search.member_id)
        return conditions, facts
    if search.plain_number:
        ask(_BY_NUMBER, number=search.plain_number)
    # Not LIKE, for which the database would read every member (office/tenants/beginning.py).
    if search.family_prefix:
        ask("m.search_family ^@ %(family)s", family=search.family_prefix)
    if search.given_prefix:
        ask("m.search_given ^@ %(given)s", given=search.given_prefix)
    if search.birth_date is not None:
        ask("m.birth_date = %(born)s", born=search.birth_date)
    return conditions, facts


def _gathered(rows: Iterable[tuple[Any, ...]]) -> list[KnownMember]:
    """Put the rows of each member together; rows of one member stand together."""
    people: dict[UUID, tuple[Any, ...]] = {}
    spans: dict[UUID, list[KnownCoverage]] = {}
    for row in rows:
        if row[0] not in people:
            people[row[0]] = row
            spans[row[0]] = []
        if row[7] is not None:
            spans[row[0]].append(_coverage(row))
    return [_member(row, tuple(spans[member_id])) for member_id, row in people.items()]


def _member(row: tuple[Any, ...], coverages: tuple[KnownCoverage, ...]) -> KnownMember:
    member_id, number, given_name, family_name, birth_date, deceased_on, language, *_ = row
    return KnownMember(
        member_id=member_id,
        number_in_office=number,
        given_name=given_name,
        family_name=family_name,
        birth_date=birth_date,
        deceased_on=deceased_on,
        language=language,
        coverages=coverages,
    )


def _coverage(row: tuple[Any, ...]) -> KnownCoverage:
    span_id, plan_id, plan_name, line_of_business, pays_before, ipa_id, ipa_name = row[7:14]
    pcp_given, pcp_family, member_number, from_on, until_on = row[14:]
    return KnownCoverage(
        span_id=span_id,
        plan_id=plan_id,
        plan_name=plan_name,
        line_of_business=line_of_business,
        pays_before=pays_before,
        ipa_id=ipa_id,
        ipa_name=ipa_name,
        pcp_name=f"{pcp_given or ''} {pcp_family or ''}".strip(),
        member_number=member_number,
        from_on=from_on,
        until_on=until_on,
    )


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
