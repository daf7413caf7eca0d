"""Hospitals that ask in the night, made through the actions that receive them.

`make_hospital(tenant)` can use our page; `make_night(world)` asks about the world's member.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from openmso.casework.inpatient.post_stabilization.actions.ask import ask
from openmso.casework.inpatient.post_stabilization.actions.identify_member import identify_member
from openmso.casework.inpatient.post_stabilization.domain.request import (
    CareAsTold,
    Channel,
    HospitalRequest,
    PatientAsTold,
    Purpose,
)
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected, inspect
from openmso.office.tenants.models import Tenant
from openmso.project.demo.population.invented_numbers import invented_npi
from openmso.roster.providers.actions.add_hospital import NewHospital, add_hospital
from openmso.roster.providers.models import Hospital

from .prior_auth import World
from .roster import LEARNED_AT, make_actor

_serial = count(1)

ASKED_AT = datetime(2026, 11, 20, 10, 7, tzinfo=UTC)  # 2:07 AM in Los Angeles
ONE_MINUTE = timedelta(minutes=1)
FACE_SHEET = inspect(b"Face sheet of an invented patient.")


def make_hospital(tenant: Tenant, **given: Any) -> Hospital:
    serial = next(_serial)
    fields: dict[str, Any] = {
        "name": f"Hospital {serial}",
        "npi": invented_npi(70_000_000 + serial),
        "number": f"H{4000 + serial}",
        "contact_email": f"house-supervisor-{serial}@hospital.example",
        "address_line": "900 Sample Way",
        "city": "Los Angeles",
        "state": tenant.state,
        "postal_code": "90001",
        "phone": "213-555-0170",
        "fax": "213-555-0171",
    }
    by = Actor.system("test", tenant.id)
    return add_hospital(NewHospital(**(fields | given)), by=by, at=LEARNED_AT)


def night_desk(world: World) -> Actor:
    """Somebody who keys in, identifies patients and records ends."""
    return make_actor(
        world.tenant,
        Permission.POST_STABILIZATION_KEY_IN,
        Permission.POST_STABILIZATION_FOLLOW,
    )


def care_told(**given: Any) -> CareAsTold:
    fields: dict[str, Any] = {
        "stabilized_at": ASKED_AT - 15 * ONE_MINUTE,
        "stabilized_by": "Dr. Lena Ortiz",
        "purpose": Purpose.MAINTAIN,
        "care": "Monitored bed after chest pain",
        "emergency_began_at": ASKED_AT - 180 * ONE_MINUTE,
    }
    return CareAsTold(**(fields | given))


def stable_before(asked_at: datetime) -> CareAsTold:
    """The usual care, of a patient who was stable a quarter of an hour before."""
    return care_told(
        stabilized_at=asked_at - 15 * ONE_MINUTE, emergency_began_at=asked_at - 180 * ONE_MINUTE
    )


def asked(**given: Any) -> HospitalRequest:
    fields: dict[str, Any] = {
        "client_key": f"night-{next(_serial)}",
        "channel": Channel.PAGE,
        "asked_at": ASKED_AT,
        "caller": "Marco Reyes",
        "call_back": "+12135550172",
        "patient": PatientAsTold(name="Alma Quintero", birth_date=date(1958, 3, 14)),
        "care": care_told(),
    }
    return HospitalRequest(**(fields | given))


def make_night(
    world: World,
    *,
    hospital: Hospital | None = None,
    identified: bool = True,
    at: datetime | None = None,
    face_sheet: Inspected | None = None,
    **given: Any,
) -> PostStabilization:
    """A hospital's request; by default the patient is identified in the same minute."""
    request = asked(**given)
    at = at or request.asked_at
    by = Actor.system("Test hospital", world.tenant.id)
    where = (hospital or make_hospital(world.tenant)).id
    case = ask(request, hospital=where, face_sheet=face_sheet, by=by, at=at)
    if identified:
        case = identify_member(case.id, world.member.id, by=night_desk(world), at=at)
    return case
