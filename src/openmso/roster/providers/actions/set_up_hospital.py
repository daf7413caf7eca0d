"""A hospital gets its number and its contact, so that it can use our page."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.npi import parse_npi
from openmso.standards.typed_text import code_form

from ..events import Event
from ..hospitals import hospital_numbered, hospital_with_npi
from ..models import Hospital
from .add_hospital import NewHospital, add_hospital

_CHANGED = ("name", "number", "contact_email", "phone", "fax")


class NumberTaken(ValueError):
    """Another hospital has this number. The sentence is written for the person."""


@action
def set_up_hospital(told: NewHospital, *, by: Actor, at: datetime) -> Hospital:
    """Write the hospital down; one whose NPI is known gets the new number, contact and lines.

    Codes go to the new contact from now on. Raises NumberTaken, NpiNotValid.
    """
    npi = parse_npi(told.npi)
    known = hospital_with_npi(by.tenant_id, npi)
    holder = hospital_numbered(by.tenant_id, told.number)
    if holder is not None and (known is None or holder.id != known.id):
        raise NumberTaken(f"{holder.name} has this number already.")
    if known is None:
        return add_hospital(told, by=by, at=at)
    known.name, known.number = told.name, code_form(told.number)
    known.contact_email, known.phone, known.fax = told.contact_email, told.phone, told.fax
    known.save(update_fields=list(_CHANGED))
    record(known, Event.HOSPITAL_CHANGED, by=by, at=at)
    return known
