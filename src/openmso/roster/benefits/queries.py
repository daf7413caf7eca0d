"""Does a service need an authorization, what is it called, and what does the benefit book say?"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from openmso.office.statement import is_any, statement
from openmso.standards.names import words_form
from openmso.standards.typed_text import code_form, kept

from .domain.authorization_list import AuthorizationAnswer, Entry, answer_from
from .models import ANY_CODE, AuthorizationListEntry, BenefitSection, ServiceCode

MOST_ROWS = 25
_FEWEST_SIGNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    """One service found by code or words."""

    code_system: str
    code: str
    description: str
    description_es: str
    category: str
    unit: str


def authorization_answer(
    tenant_id: UUID, plan_id: UUID, lob: str, code: str, on: date, *, code_system: str = "HCPCS"
) -> AuthorizationAnswer:
    """Tell whether `code` needs an authorization on the day of service `on`. One query."""
    asked = authorization_answers(tenant_id, plan_id, lob, [code], on, code_system=code_system)
    return next(iter(asked.values()))


def authorization_answers(
    tenant_id: UUID,
    plan_id: UUID,
    lob: str,
    codes: Sequence[str],
    on: date,
    *,
    code_system: str = "HCPCS",
) -> dict[str, AuthorizationAnswer]:
    """Answer for several codes with one query; the keys are the codes in capitals."""
    wanted = [code_form(code) for code in codes]
    rows = _entries(
        tenant_id=tenant_id,
        plan_id=plan_id,
        lob=lob,
        codes=[*wanted, ANY_CODE],
        code_system=code_system,
        on=on,
    )
    by_code: dict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        by_code[row.code].append(_entry(row))
    return {
        code: answer_from([*by_code[code], *by_code[ANY_CODE]], code=code, on=on) for code in wanted
    }


@statement
def _entries(
    *, tenant_id: UUID, plan_id: UUID, lob: str, codes: list[str], code_system: str, on: date
) -> QuerySet[AuthorizationListEntry]:
    return AuthorizationListEntry.objects.filter(
        Q(plan_id=plan_id) | Q(plan_id=None, line_of_business=lob),
        Q(until_on=None) | Q(until_on__gt=on),
        is_any("code", codes),
        tenant_id=tenant_id,
        code_system=code_system,
        from_on__lte=on,
    )


def find_services(text: str, *, on: date) -> list[ServiceRow]:
    """Return up to 25 services in force on `on` whose code starts with `text` or whose words it
    holds, the codes first. Fewer than two signs find nothing. One query."""
    words = words_form(kept(text)).split()
    if len("".join(words)) < _FEWEST_SIGNS:
        return []
    code = "".join(words).upper()
    by_code = Q(code__startswith=code)
    by_words = Q(search=SearchQuery(_prefixes(words), config="simple", search_type="raw"))
    rows = (
        ServiceCode.objects.filter(
            by_code | by_words,
            Q(from_on=None) | Q(from_on__lte=on),
            Q(until_on=None) | Q(until_on__gt=on),
        )
        .annotate(is_code=ExpressionWrapper(by_code, output_field=BooleanField()))
        .order_by("-is_code", "code")
    )
    columns = ("code_system", "code", "description", "description_es", "category", "unit")
    return [ServiceRow(**row) for row in rows.values(*columns)[:MOST_ROWS]]


def service_named(code: str, code_system: str = "HCPCS") -> ServiceCode | None:
    """Return the service with exactly this code, or None."""
    return next(iter(services_named([code], code_system).values()), None)


def services_named(codes: Collection[str], code_system: str = "HCPCS") -> dict[str, ServiceCode]:
    """Return the services with exactly these codes, by code. One query."""
    wanted = [code_form(code) for code in codes]
    return {row.code: row for row in _services_named(code_system=code_system, codes=wanted)}


@statement
def _services_named(*, code_system: str, codes: list[str]) -> QuerySet[ServiceCode]:
    return ServiceCode.objects.filter(is_any("code", codes), code_system=code_system)


def benefit_sections(tenant_id: UUID, plan_id: UUID, year: int) -> list[BenefitSection]:
    """Return the sections of a plan's benefit book of `year`, in their order."""
    return list(
        BenefitSection.objects.filter(tenant_id=tenant_id, plan_id=plan_id, year=year).order_by(
            "section"
        )
    )


def _prefixes(words: Sequence[str]) -> str:
    # Only letters and digits are left in the words, so none can be read as an operator.
    return " & ".join(f"{word}:*" for word in words)


def _entry(row: AuthorizationListEntry) -> Entry:
    return Entry(
        id=row.id,
        for_one_plan=row.plan_id is not None,
        for_any_code=row.code == ANY_CODE,
        answer=row.answer,
        from_on=row.from_on,
        until_on=row.until_on,
        source=row.source,
        review_specialties=tuple(row.review_specialties),
        criteria_key=row.criteria_key,
        auto_approve=row.auto_approve,
        auto_approve_rule=row.auto_approve_rule,
    )
