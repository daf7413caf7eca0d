"""A member asks, before any care is given, whether it is covered: a request like any other.

The law gives a member's request the same clock as a doctor's (42 CFR 422.566(c)(1), 422.568). The
doctor who can send the papers is the member's own primary care doctor.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from openmso.office.access.actor import Actor
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.eligibility.queries import coverages_on
from openmso.roster.providers.models import Placement

from .domain.request import AskedBy, Channel, Request, ServiceLine

_DRUGS = "injection"
_COUNTED_BY = {"each": "item", "": "item"}


class NoDoctorKnown(LookupError):
    """Nobody is known as the member's doctor on that day, so nobody could send the papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a member wants to know. `urgent`: they say that waiting could do serious harm."""

    client_key: str
    service: ServiceCode
    from_on: date
    why: str
    care_from: str = ""
    urgent: bool = False


def request_of(question: Question, *, by: Actor, at: datetime) -> Request:
    """Return the question as a request for care. Two queries.

    Raises NoDoctorKnown, ValueError for somebody who is no member.
    """
    if by.member_id is None:
        raise ValueError("only a member asks for themselves")
    practice_id, doctor_id = _doctor_of(by.tenant_id, by.member_id, question.from_on)
    service = question.service
    return Request(
        client_key=f"member-{by.id}-{question.client_key}"[:80],
        channel=Channel.MEMBER,
        asked_by=AskedBy.MEMBER,
        received_at=at,
        member_id=by.member_id,
        practice_id=practice_id,
        practitioner_id=doctor_id,
        services=(
            ServiceLine(
                code=service.code,
                description=service.description,
                quantity=Decimal("1.00"),
                unit=_COUNTED_BY.get(service.unit, service.unit[:20]),
            ),
        ),
        diagnoses=(),
        service_from_on=question.from_on,
        servicing_name=question.care_from[:120],
        marked_urgent=question.urgent,
        is_drug=service.category == _DRUGS,
        clinical_summary=f"In the member's own words: {question.why.strip()}",
        urgency_reason="The member says that waiting could do serious harm."
        if question.urgent
        else "",
    )


def _doctor_of(tenant_id: UUID, member_id: UUID, on: date) -> tuple[UUID, UUID]:
    """Return practice and doctor: the primary care doctor of the coverage that pays first."""
    doctors = [one.pcp_id for one in coverages_on(tenant_id, member_id, on) if one.pcp_id]
    if not doctors:
        raise NoDoctorKnown("No primary care doctor is known for that day.")
    placed = Placement.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        practitioner_id=doctors[0],
        from_on__lte=on,
    )
    practice_id = placed.order_by("from_on", "id").values_list("practice_id", flat=True).first()
    if practice_id is None:
        raise NoDoctorKnown("The primary care doctor works at no practice we know.")
    return practice_id, doctors[0]
