"""An office is opened, with the IPAs it works for."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.new_office import NewOffice
from openmso.office.tenants.office_line import OfficeLine
from openmso.office.timeline.action import action, record

from ..events import Event
from .add_contracts import NewIpa, add_ipas


@action
def open_office(
    office: NewOffice, *, ipas: Sequence[NewIpa] = (), by: Actor, at: datetime
) -> Tenant:
    """Write the office and its IPAs; `by` works for the new office already.

    That `office` is without mistakes is the caller's to see to. Raises IntegrityError when another
    office has its key.
    """
    opened = Tenant.objects.create(**asdict(office))
    record(OfficeLine.of(opened.id), Event.OFFICE_OPENED, by=by, at=at, key=opened.key)
    if ipas:
        add_ipas(ipas, by=by, at=at)
    return opened
