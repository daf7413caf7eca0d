"""Numbers to call, write or fax are published, each from its first day."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.tenants.office_line import OfficeLine
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import ContactLine
from ..new_line import NewLine


@action
def add_contact_lines(lines: Iterable[NewLine], *, by: Actor, at: datetime) -> list[ContactLine]:
    """Write the lines. One that is in force on a new one's first day in its place ends there.

    Raises IntegrityError when a line of the same place begins on the same day.
    """
    rows = [ContactLine(tenant_id=by.tenant_id, **asdict(line)) for line in lines]
    for row in sorted(rows, key=lambda row: row.from_on):
        _end_earlier(row)
        row.save(force_insert=True)
    record(OfficeLine.of(by.tenant_id), Event.LINES_ADDED, by=by, at=at, lines=len(rows))
    return rows


def _end_earlier(new: ContactLine) -> None:
    earlier = ContactLine.objects.select_for_update().filter(
        tenant_id=new.tenant_id,
        purpose=new.purpose,
        plan_id=new.plan_id,
        language=new.language,
        from_on__lt=new.from_on,
    )
    for line in earlier:
        if line.until_on is None or line.until_on > new.from_on:
            line.until_on = new.from_on
            line.save()
