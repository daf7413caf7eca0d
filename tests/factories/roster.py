"""Plans, practices, members and coverage to test with.

Everything has a sensible default, so that a test names only what it is about. Spans are given as
inside the product: `until_on` is the first day on which the thing no longer holds.
"""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.tenants.models import Tenant
from openmso.project.demo.population.invented_numbers import invented_npi
from openmso.roster.benefits.models import AuthorizationListEntry, BenefitSection, ServiceCode
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member, MemberIdentifier
from openmso.roster.plans.models import Delegation, HealthPlan, Ipa
from openmso.roster.providers.models import (
    NetworkMembership,
    Placement,
    Practice,
    Practitioner,
)
from openmso.standards.names import search_form, sort_form, words_form

_serial = count(1)

LONG_AGO = date(2020, 1, 1)
LEARNED_AT = datetime(2025, 12, 1, 17, 0, tzinfo=UTC)


def make_tenant(**given: Any) -> Tenant:
    """An office in Los Angeles."""
    serial = next(_serial)
    fields = {
        "key": f"office-{serial}",
        "name": f"Office {serial}",
        "legal_name": f"Office {serial}, Inc.",
        "state": "CA",
        "time_zone": "America/Los_Angeles",
        "letterhead_address": "100 Sample Avenue\nLos Angeles, CA 90001",
    }
    return Tenant.objects.create(**(fields | given))


def make_actor(tenant: Tenant, *permissions: Permission, **given: Any) -> Actor:
    """A person of the office, without an account in the database."""
    fields: dict[str, Any] = {
        "id": None,
        "name": "Dana Ito",
        "tenant_id": tenant.id,
        "permissions": frozenset(permissions),
    }
    return Actor(**(fields | given))


def make_plan(tenant: Tenant, line_of_business: str = "MA", **given: Any) -> HealthPlan:
    """A health plan with a contract that holds since long ago."""
    serial = next(_serial)
    fields = {
        "key": f"plan-{serial}",
        "name": f"Plan {serial}",
        "state": tenant.state,
        "from_on": LONG_AGO,
        "pays_before": 90 if line_of_business == "MEDI-CAL" else 10,
    }
    return HealthPlan.objects.create(
        tenant=tenant, line_of_business=line_of_business, **(fields | given)
    )


def make_ipa(tenant: Tenant, **given: Any) -> Ipa:
    serial = next(_serial)
    fields = {
        "key": f"ipa-{serial}",
        "name": f"IPA {serial}",
        "legal_name": f"IPA {serial} Medical Corporation",
        "state": tenant.state,
    }
    return Ipa.objects.create(tenant=tenant, **(fields | given))


def make_delegation(
    plan: HealthPlan, ipa: Ipa, *, delegated: bool = True, **given: Any
) -> Delegation:
    """A term about deciding authorizations."""
    fields = {"function": Delegation.Function.UTILIZATION_MANAGEMENT, "from_on": LONG_AGO}
    return Delegation.objects.create(
        tenant=plan.tenant, plan=plan, ipa=ipa, delegated=delegated, **(fields | given)
    )


def make_practice(tenant: Tenant, **given: Any) -> Practice:
    fields = {
        "name": f"Practice {next(_serial)}",
        "city": "Los Angeles",
        "state": tenant.state,
        "phone": "213-555-0110",
        "fax": "213-555-0111",
    }
    return Practice.objects.create(tenant=tenant, **(fields | given))


def make_practitioner(
    tenant: Tenant,
    *,
    practice: Practice | None = None,
    ipa: Ipa | None = None,
    primary_care: bool = False,
    **given: Any,
) -> Practitioner:
    """A practitioner, placed at `practice` and in the network of `ipa` when they are given."""
    fields: dict[str, Any] = {
        "npi": invented_npi(90_000_000 + next(_serial)),
        "given_name": "Ruth",
        "family_name": "Abara",
        "title": "MD",
        "specialty_code": "207Q00000X",
        "specialty": "Family medicine",
    } | given
    person = Practitioner.objects.create(
        tenant=tenant,
        sort_key=sort_form(fields["family_name"], fields["given_name"]),
        search_name=search_form(fields["family_name"]),
        **fields,
    )
    if practice is not None:
        Placement.objects.create(
            tenant=tenant, practitioner=person, practice=practice, from_on=LONG_AGO
        )
    if ipa is not None:
        make_network(person, ipa, primary_care=primary_care)
    return person


def make_network(person: Practitioner, ipa: Ipa, **given: Any) -> NetworkMembership:
    fields = {"from_on": LONG_AGO}
    return NetworkMembership.objects.create(
        tenant=person.tenant, practitioner=person, ipa=ipa, **(fields | given)
    )


def make_member(
    tenant: Tenant,
    *,
    plan: HealthPlan | None = None,
    ipa: Ipa | None = None,
    **given: Any,
) -> Member:
    """A member; with `plan` (and `ipa`, else a new one) covered since 2025 without an end."""
    serial = next(_serial)
    fields: dict[str, Any] = {
        "number_in_office": f"M{serial:08d}",
        "given_name": "Alma",
        "family_name": "Quintero",
        "birth_date": date(1958, 3, 14),
        "sex": Member.Sex.FEMALE,
        "address_line_1": "4120 Sample Avenue",
        "city": "Los Angeles",
        "state": tenant.state,
        "postal_code": "90001",
        "phone": "213-555-0142",
    } | given
    member = Member.objects.create(
        tenant=tenant,
        sort_key=sort_form(fields["family_name"], fields["given_name"]),
        search_family=search_form(fields["family_name"]),
        search_given=search_form(fields["given_name"]),
        **fields,
    )
    if plan is not None:
        make_coverage(member, plan, ipa or make_ipa(tenant))
    return member


def make_identifier(member: Member, kind: str, value: str) -> MemberIdentifier:
    return MemberIdentifier.objects.create(
        tenant=member.tenant, member=member, kind=kind, value=value
    )


def make_coverage(member: Member, plan: HealthPlan, ipa: Ipa, **given: Any) -> CoverageSpan:
    """Coverage from 2025 without an end, known since December 2025."""
    fields = {
        "member_number": f"N{next(_serial):09d}",
        "from_on": date(2025, 1, 1),
        "known_from": LEARNED_AT,
        "source": "test",
    }
    return CoverageSpan.objects.create(
        tenant=member.tenant, member=member, plan=plan, ipa=ipa, **(fields | given)
    )


def make_list_entry(
    tenant: Tenant, code: str, answer: str = "required", **given: Any
) -> AuthorizationListEntry:
    """A row of the authorization list; for Medicare Advantage unless a scope is given."""
    fields: dict[str, Any] = {"from_on": LONG_AGO, "source": "Invented list, edition 1"}
    if "plan" not in given and "line_of_business" not in given:
        fields["line_of_business"] = "MA"
    return AuthorizationListEntry.objects.create(
        tenant=tenant, code=code, answer=answer, **(fields | given)
    )


def make_benefit_section(plan: HealthPlan, *, covered: bool = True, **given: Any) -> BenefitSection:
    fields: dict[str, Any] = {
        "year": 2026,
        "section": "4.2",
        "title": "Durable medical equipment",
        "title_es": "Equipo médico duradero",
        "text": "We cover equipment that you need at home.",
        "text_es": "Cubrimos el equipo que usted necesita en casa.",
    }
    return BenefitSection.objects.create(
        tenant=plan.tenant, plan=plan, covered=covered, **(fields | given)
    )


def make_service_code(code: str, description: str, **given: Any) -> ServiceCode:
    plain_names = str(given.get("plain_names", ""))
    return ServiceCode.objects.create(
        code=code,
        description=description,
        words=words_form(f"{description} {plain_names}"),
        **given,
    )
