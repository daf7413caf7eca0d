"""Bodies outside the office are published, each from its first day."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.tenants.office_line import OfficeLine
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import OutsideOrganization
from ..new_organization import NewOrganization


@action
def add_organizations(
    new: Iterable[NewOrganization], *, by: Actor, at: datetime
) -> list[OutsideOrganization]:
    """Write them. Raises IntegrityError for one that stands there from the same day."""
    rows = OutsideOrganization.objects.bulk_create(
        OutsideOrganization(tenant_id=by.tenant_id, **asdict(one)) for one in new
    )
    record(OfficeLine.of(by.tenant_id), Event.ORGANIZATIONS_ADDED, by=by, at=at, count=len(rows))
    return rows
