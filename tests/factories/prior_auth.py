"""Requests for care to test with, made through the one action that receives them.

`make_world()` is an office with a plan, an IPA, a member, a practice, criteria and an authorization
list; `make_request(world)` lets a request reach it. Name only what your test is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.content.models import ContactLine
from openmso.office.documents.inspection import Inspected, inspect
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member
from openmso.roster.plans.models import HealthPlan, Ipa
from openmso.roster.providers.models import Practice, Practitioner

from . import roster

_serial = count(1)

MRI = "72148"
CRITERIA = "low-back-mri"
RECEIVED_AT = datetime(2026, 11, 19, 17, 45, tzinfo=UTC)
SERVICE_ON = date(2026, 12, 1)
NOTE = (
    "note.txt",
    inspect(b"Six weeks of physical therapy without relief. Weakness of the left leg."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One office with everything a request needs."""

    tenant: Tenant
    plan: HealthPlan
    ipa: Ipa
    practice: Practice
    practitioner: Practitioner
    member: Member
    edition: CriteriaEdition

    @property
    def intake(self) -> Actor:
        return Actor.system("Test intake", self.tenant.id)


def make_world(line_of_business: str = "MA", **member: Any) -> World:
    """An office in which a low back MRI needs an authorization and is reviewed by criteria."""
    tenant = member.pop("tenant", None) or roster.make_tenant()
    plan = roster.make_plan(tenant, line_of_business)
    ipa = roster.make_ipa(tenant)
    roster.make_delegation(plan, ipa)
    practice = roster.make_practice(tenant)
    practitioner = roster.make_practitioner(tenant, practice=practice, ipa=ipa)
    edition = make_criteria(tenant)
    roster.make_list_entry(
        tenant, MRI, plan=plan, criteria_key=edition.key, review_specialties=["207Q00000X"]
    )
    make_contact_lines(tenant)
    return World(
        tenant=tenant,
        plan=plan,
        ipa=ipa,
        practice=practice,
        practitioner=practitioner,
        member=roster.make_member(tenant, plan=plan, ipa=ipa, **member),
        edition=edition,
    )


def make_criteria(tenant: Tenant, **given: Any) -> CriteriaEdition:
    """Two points about a low back MRI, in force since long ago."""
    fields: dict[str, Any] = {
        "key": CRITERIA,
        "edition": "2026-1",
        "title": "MRI of the low back",
        "title_es": "Resonancia de la espalda baja",
        "publisher": "Sample office",
        "from_on": roster.LONG_AGO,
    }
    edition = CriteriaEdition.objects.create(tenant=tenant, **(fields | given))
    CriteriaPoint.objects.bulk_create(
        CriteriaPoint(
            tenant=tenant,
            edition=edition,
            code=code,
            text=f"{text}.",
            question=f"{text}?",
            plain=f"{text}.",
            plain_es=f"{text} (es).",
        )
        for code, text in (("1", "Six weeks of therapy did not help"), ("2", "Weakness of a leg"))
    )
    return edition


def make_contact_lines(tenant: Tenant) -> list[ContactLine]:
    """One line for every purpose there is, in English, since long ago."""
    return ContactLine.objects.bulk_create(
        ContactLine(
            tenant=tenant,
            purpose=purpose,
            label=str(label),
            voice="213-555-0150",
            from_on=roster.LONG_AGO,
        )
        for purpose, label in ContactLine.Purpose.choices
    )


def make_request(
    world: World,
    *,
    by: Actor | None = None,
    at: datetime | None = None,
    files: Sequence[tuple[str, Inspected]] = (NOTE,),
    code: str = MRI,
    quantity: int = 1,
    unit: str = "study",
    **given: Any,
) -> AuthorizationRequest:
    """A request that reached the office and got its first answer.

    By default it is complete and waits for a nurse. `met=True` answers every point with "met",
    still to be confirmed; `code="99999"` stands on no list; `files=()` with `clinical_summary=""`
    leaves something missing. `at` is when it was keyed (default: when it was received).
    """
    received_at: datetime = given.pop("received_at", RECEIVED_AT)
    if given.pop("met", False):
        given["answers"] = {"1": "met", "2": "met"}
    fields: dict[str, Any] = {
        "client_key": f"test-{next(_serial)}",
        "channel": Channel.FAX,
        "member_id": world.member.id,
        "practice_id": world.practice.id,
        "practitioner_id": world.practitioner.id,
        "diagnoses": ("M54.50",),
        "service_from_on": SERVICE_ON,
        "clinical_summary": "Low back pain for three months, weakness of the left leg.",
        "services": (
            ServiceLine(
                code=code,
                description="MRI of the lower spine",
                quantity=Decimal(quantity),
                unit=unit,
            ),
        ),
    }
    asked = Request(received_at=received_at, **(fields | given))
    return receive(asked, files=files, by=by or world.intake, at=at or received_at).request
