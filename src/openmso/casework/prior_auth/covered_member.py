"""A member with the coverage that pays first on a day, and who decides under it: one statement.

Written by hand because every request that reaches us asks it: building the same text out of
querysets cost more than the database takes to answer.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model

from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation, HealthPlan, Ipa

M = TypeVar("M", bound=Model)


class NoSuchMember(LookupError):
    """This office has no such member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredMember:
    """`coverage` None: nobody covers the day. Its plan and IPA are loaded with it."""

    member: Member
    coverage: CoverageSpan | None
    decided_by: DecidedBy


def member_covered_on(tenant_id: UUID, member_id: UUID, on: date) -> CoveredMember:
    """Read what holds on the day of service `on`, as we know it now. Raises NoSuchMember."""
    with connection.cursor() as cursor:
        cursor.execute(
            _statement(),
            {
                "tenant": tenant_id,
                "member": member_id,
                "on": on,
                "function": str(Delegation.Function.UTILIZATION_MANAGEMENT),
            },
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchMember("There is no such member in this office.")
    values = list(row)
    delegated = values.pop(0)
    member = _taken(Member, values)
    coverage = _taken(CoverageSpan, values)
    if coverage.pk is None:
        return CoveredMember(member=member, coverage=None, decided_by=DecidedBy.NOBODY_SAID)
    coverage.plan, coverage.ipa = _taken(HealthPlan, values), _taken(Ipa, values)
    coverage.member = member
    return CoveredMember(member=member, coverage=coverage, decided_by=_decided_by(delegated))


_STATEMENT = """
    SELECT (SELECT d.delegated FROM delegation d
             WHERE d.tenant_id = m.tenant_id AND d.plan_id = c.plan_id AND d.ipa_id = c.ipa_id
               AND d.function = %(function)s AND d.from_on <= %(on)s
               AND (d.until_on IS NULL OR d.until_on > %(on)s) LIMIT 1), <columns>
      FROM member m
      LEFT JOIN coverage_span c
        ON c.tenant_id = m.tenant_id AND c.member_id = m.id AND c.known_until IS NULL
       AND c.from_on <= %(on)s AND (c.until_on IS NULL OR c.until_on > %(on)s)
      LEFT JOIN health_plan p ON p.id = c.plan_id
      LEFT JOIN ipa i ON i.id = c.ipa_id
     WHERE m.tenant_id = %(tenant)s AND m.id = %(member)s
     ORDER BY p.pays_before, c.from_on, c.id
     LIMIT 1"""


@cache
def _statement() -> str:
    """Return the statement with the columns of our four tables, in the order of their models."""
    columns = (
        f'{alias}."{column}"'
        for alias, model in (("m", Member), ("c", CoverageSpan), ("p", HealthPlan), ("i", Ipa))
        for column in _columns(model)
    )
    return _STATEMENT.replace("<columns>", ", ".join(columns))


@cache
def _columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(str(field.column) for field in model._meta.concrete_fields)


@cache
def _names(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


def _taken(model: type[M], values: list[object]) -> M:
    """Take the model's columns off the front of `values`."""
    names = _names(model)
    own = values[: len(names)]
    del values[: len(names)]
    return model.from_db(connection.alias, names, own)


def _decided_by(delegated: bool | None) -> DecidedBy:
    if delegated is None:
        return DecidedBy.NOBODY_SAID
    return DecidedBy.US if delegated else DecidedBy.PLAN
