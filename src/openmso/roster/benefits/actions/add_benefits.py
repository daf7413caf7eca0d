"""Write authorization lists, benefit books and service codes."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.tenants.office_line import OfficeLine
from openmso.office.timeline.action import action, record
from openmso.roster.plans.models import HealthPlan
from openmso.standards.codes.service_codes import Service
from openmso.standards.names import words_form

from ..events import Event
from ..models import AuthorizationListEntry, BenefitSection, ServiceCode


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """One row of the authorization list: of one plan, or of a whole line of business.

    `until_on` is the first day on which it no longer holds.
    """

    plan_id: UUID | None = None
    line_of_business: str = ""
    code_system: str = "HCPCS"
    code: str
    description: str = ""
    answer: str
    from_on: date
    until_on: date | None = None
    source: str
    review_specialties: tuple[str, ...] = ()
    criteria_key: str = ""
    auto_approve: bool = False
    auto_approve_rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSection:
    """One section of a plan's benefit book."""

    plan_id: UUID
    year: int
    section: str
    title: str
    title_es: str = ""
    text: str
    text_es: str = ""
    covered: bool


@action
def add_authorization_entries(
    entries: Iterable[NewEntry], *, by: Actor, at: datetime
) -> list[AuthorizationListEntry]:
    """Write rows of the list; one line on the office's timeline says how many."""
    rows = [
        AuthorizationListEntry(
            tenant_id=by.tenant_id,
            **(asdict(entry) | {"review_specialties": list(entry.review_specialties)}),
        )
        for entry in entries
    ]
    AuthorizationListEntry.objects.bulk_create(rows, batch_size=500)
    record(OfficeLine.of(by.tenant_id), Event.LIST_CHANGED, by=by, at=at, added=len(rows))
    return rows


@action
def add_benefit_sections(
    sections: Iterable[NewSection], *, by: Actor, at: datetime
) -> list[BenefitSection]:
    """Write sections of benefit books, with one line on the timeline of each plan."""
    rows = [BenefitSection(tenant_id=by.tenant_id, **asdict(section)) for section in sections]
    BenefitSection.objects.bulk_create(rows)
    for plan_id, its_rows in groupby(
        sorted(rows, key=lambda row: row.plan_id), key=lambda row: row.plan_id
    ):
        record(
            HealthPlan(id=plan_id, tenant_id=by.tenant_id),
            Event.BENEFITS_ADDED,
            by=by,
            at=at,
            sections=[row.section for row in its_rows],
        )
    return rows


@action
def load_service_codes(services: Iterable[Service], *, by: Actor, at: datetime) -> int:
    """Write codes for the whole installation, over those of the same code; return how many."""
    rows = [
        ServiceCode(
            code_system=service.code_system,
            code=service.code,
            description=service.description,
            description_es=service.description_es,
            plain_names=service.plain_names,
            category=service.category,
            unit=service.unit,
            words=words_form(f"{service.description} {service.plain_names} {service.category}"),
        )
        for service in services
    ]
    ServiceCode.objects.bulk_create(
        rows,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["code_system", "code"],
        update_fields=["description", "description_es", "plain_names", "category", "unit", "words"],
    )
    record(OfficeLine.of(by.tenant_id), Event.CODES_LOADED, by=by, at=at, codes=len(rows))
    return len(rows)
