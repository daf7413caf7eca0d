"""Hospital stays, made through the action that receives the notification.

`make_stay(world)` is an unplanned stay of the world's member, told of in time with a face sheet.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from openmso.casework.inpatient.admissions.actions.identify_patient import identify_patient
from openmso.casework.inpatient.admissions.actions.notify import notify
from openmso.casework.inpatient.admissions.actions.open_paper import open_paper
from openmso.casework.inpatient.admissions.actions.record_notice import Handed, record_notice
from openmso.casework.inpatient.admissions.actions.send_to_physician import send_to_physician
from openmso.casework.inpatient.admissions.domain.notification import (
    Admitted,
    Channel,
    Notification,
    Way,
)
from openmso.casework.inpatient.admissions.domain.stay import Level
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.refusal import DaysNo
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.queries import papers_received
from openmso.roster.providers.models import Hospital

from .access import make_account
from .inpatient import FACE_SHEET, make_hospital
from .prior_auth import World

_serial = count(1)

ADMITTED_AT = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)  # Friday, 6:00 AM in Los Angeles
ONE_HOUR = timedelta(hours=1)
TOLD_AT = ADMITTED_AT + 3 * ONE_HOUR


def nurse_of(world: World) -> Actor:
    return make_account(Role.NURSE, world.tenant).as_actor()


def told(hospital: Hospital, **given: Any) -> Notification:
    """A notification; what belongs to the admission itself may be named beside the rest."""
    names = Admitted.__slots__
    admitted: dict[str, Any] = {
        "way": Way.UNPLANNED,
        "admitted_at": ADMITTED_AT,
        "level": Level.MEDICAL_SURGICAL,
        "reason": "Pneumonia",
        "attending": "Dr. Lena Ortiz",
        **{name: given.pop(name) for name in tuple(given) if name in names},
    }
    fields: dict[str, Any] = {
        "client_key": f"stay-{next(_serial)}",
        "channel": Channel.PAGE,
        "notified_at": TOLD_AT,
        "hospital_id": hospital.id,
        "caller": "Marco Reyes, case manager",
        "call_back": "+12135550172",
        "patient_name": "Alma Quintero",
        "birth_date": None,
        "plan_number": "",
        "admitted": Admitted(**admitted),
    }
    return Notification(**(fields | given))


def make_stay(
    world: World,
    *,
    hospital: Hospital | None = None,
    identified: bool = True,
    clinicals: Sequence[Inspected] = (),
    **given: Any,
) -> Admission:
    notification = told(hospital or make_hospital(world.tenant), **given)
    stay = notify(
        notification,
        face_sheet=FACE_SHEET,
        clinicals=clinicals,
        by=Actor.system("Test hospital", world.tenant.id),
        at=notification.notified_at,
    )
    if not identified:
        return stay
    return identify_patient(
        stay.id, world.member.id, by=nurse_of(world), at=notification.notified_at
    )


def give_message(stay: Admission, by: Actor, *, at: datetime = TOLD_AT) -> Admission:
    """The hospital's notice of discharge rights, signed."""
    handed = Handed(
        notice_id="MA-IMPORTANT-MESSAGE", given_at=at, given_by="Hospital desk", signed="signed"
    )
    return record_notice(stay.id, handed, by=by, at=at)


def with_physician(world: World, physician: Actor, *, at: datetime, **given: Any) -> Admission:
    """A stay on the physicians' queue whose papers this physician has opened."""
    stay = make_stay(world, **given)
    stay = send_to_physician(stay.id, note="No fever since Sunday.", by=nurse_of(world), at=at)
    for paper in papers_received(stay.tenant_id, stay.id):
        open_paper(stay.id, paper.id, by=physician, at=at)
    return stay


def a_no(world: World, **given: Any) -> DaysNo:
    fields: dict[str, Any] = {
        "criteria_edition_id": world.edition.id,
        "clinical_reason": "No fever for two days; oral antibiotics are enough.",
        "plain_reason": "Your fever is gone. You can take pills at home.",
    }
    return DaysNo(**(fields | given))
