"""The one-time code is made, just before it leaves."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..code_digest import digest_of
from ..events import Event
from ..models import HospitalCode


@action
def make_code(code_id: UUID, *, secret: str, by: Actor, at: datetime) -> HospitalCode:
    """Keep the digest of `secret`, in place of any earlier one, and start its time.

    Raises HospitalCode.DoesNotExist.
    """
    code = (
        HospitalCode.objects.select_for_update(of=("self",))
        .select_related("hospital")
        .get(tenant_id=by.tenant_id, id=code_id)
    )
    code.digest, code.sent_at = digest_of(secret, code.id), at
    code.save(update_fields=["digest", "sent_at"])
    record(code.hospital, Event.CODE_SENT, by=by, at=at)
    return code
