"""A letter about a stay is ordered, to the hospital or to the member."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.fields import Fields
from openmso.office.letters.letter import Kind, Reader

from ..models import Admission, StayMove
from .locking import NotIdentified


def write_to_hospital(
    stay: Admission, kind: Kind, fields: Fields, *, by: Actor, at: datetime
) -> None:
    """Order a letter to the hospital where the patient is. Raises NotIdentified."""
    _write(stay, kind, fields, Reader.HOSPITAL, _hospital_now(stay), by=by, at=at)


def write_to_member(
    stay: Admission, kind: Kind, fields: Fields, *, by: Actor, at: datetime
) -> None:
    """Order a letter to the patient. Raises NotIdentified."""
    _write(stay, kind, fields, Reader.MEMBER, stay.member_id, by=by, at=at)


def _write(
    stay: Admission,
    kind: Kind,
    fields: Fields,
    reader: Reader,
    receiver_id: UUID | None,
    *,
    by: Actor,
    at: datetime,
) -> None:
    if stay.member_id is None or receiver_id is None:
        raise NotIdentified("Identify the patient first: the plan is not known yet.")
    order_letter(
        stay,
        kind=kind,
        reader=reader,
        fields=fields,
        about_member_id=stay.member_id,
        receiver_id=receiver_id,
        plan_id=stay.plan_id,
        by=by,
        at=at,
    )


def _hospital_now(stay: Admission) -> UUID | None:
    entered = StayMove.objects.filter(
        tenant_id=stay.tenant_id, admission=stay, kind="enter", struck_at=None
    )
    return entered.order_by("-happened_at").values_list("hospital_id", flat=True).first()
