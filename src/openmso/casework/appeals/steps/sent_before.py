"""The same appeal under the same key is the same appeal, however often it is sent."""

from datetime import datetime

from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record

from ..domain.filing import Filing
from ..events import Event
from ..models import Appeal


def sent_before(filing: Filing, *, by: Actor, at: datetime) -> Appeal | None:
    """Return the appeal that came under this key. Raises SameKeyOtherContent."""
    before = Appeal.objects.filter(tenant_id=by.tenant_id, client_key=filing.client_key).first()
    if before is None:
        return None
    if before.fingerprint != filing.fingerprint():
        raise SameKeyOtherContent(
            f"This form was sent before as {before.number}, with other content. "
            "Open that appeal, or start a new form."
        )
    record(before, Event.SENT_AGAIN, by=by, at=at)
    return before
