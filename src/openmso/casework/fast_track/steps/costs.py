"""From when the member may owe, worked out with the rulebook and kept on the case."""

from datetime import datetime

from openmso.office.law import office_calendar, rulebook

from ..domain.asking import Way
from ..domain.coverage import Covered, covered_until
from ..models import FastTrackCase

CHANGED = ("covered_until", "covered_rule")


def covered_if_it_ends(case: FastTrackCase, *, decided_at: datetime | None) -> Covered:
    """Return until when the plan pays if the end stands; a request we never heard of is in time."""
    return covered_until(
        case.end,
        rulebook(),
        office_calendar(case.tenant_id),
        decided_at=decided_at,
        in_time=case.asked_way in {"", Way.QIO_IN_TIME},
        papers_late=case.papers_late_at is not None,
    )


def put_costs(case: FastTrackCase, *, decided_at: datetime | None) -> Covered:
    """Put it on the case; the caller keeps the fields named in CHANGED."""
    covered = covered_if_it_ends(case, decided_at=decided_at)
    case.covered_until = covered.until
    case.covered_rule = covered.rules[0].id if covered.rules else ""
    return covered
