"""A hospital is written down, or found again by its NPI."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.npi import parse_npi
from openmso.standards.identifiers.row_id import new_id
from openmso.standards.typed_text import code_form

from ..events import Event
from ..models import Hospital


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHospital:
    """`number` and `contact_email` open our page to it; without them it calls or faxes."""

    id: UUID = field(default_factory=new_id)
    name: str
    npi: str = ""
    number: str = ""
    contact_email: str = ""
    address_line: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    phone: str = ""
    fax: str = ""


@action
def add_hospital(new: NewHospital, *, by: Actor, at: datetime) -> Hospital:
    """Write a hospital. Raises NpiNotValid for a wrong NPI, IntegrityError for a number in use."""
    hospital = Hospital.objects.create(
        id=new.id,
        tenant_id=by.tenant_id,
        name=new.name,
        npi=parse_npi(new.npi) if new.npi else "",
        number=code_form(new.number),
        contact_email=new.contact_email,
        address_line=new.address_line,
        city=new.city,
        state=new.state,
        postal_code=new.postal_code,
        phone=new.phone,
        fax=new.fax,
    )
    record(hospital, Event.HOSPITAL_ADDED, by=by, at=at, npi=hospital.npi)
    return hospital
