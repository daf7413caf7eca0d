"""The group outside that looks at the quality of care (QIO), where the line of business has one."""

from datetime import datetime

from openmso.office.content.organizations import Purpose, organization_for
from openmso.office.law import office_calendar
from openmso.office.letters.fields import ReviewGroup

from .models import Grievance


def review_group(grievance: Grievance, *, at: datetime) -> ReviewGroup | None:
    """Return its name in both languages and its number; None when the office has stored none."""
    found = organization_for(
        grievance.tenant_id,
        Purpose.QUALITY_ORGANIZATION,
        on=office_calendar(grievance.tenant_id).local(at).date(),
        program=grievance.line_of_business,
    )
    if found is None:
        return None
    return ReviewGroup(name=found.name, name_es=found.name_es, phone=found.voice)
