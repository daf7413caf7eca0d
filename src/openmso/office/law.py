"""The rulebook of this installation: the law that comes with the product and its own contracts.

Read once in a process: whoever stored a deadline and whoever reads it a moment later must hold the
same edition. A changed file counts from the next start.
"""

from functools import lru_cache
from uuid import UUID

from django.conf import settings

from openmso.rulebook.book import Rulebook, default_rulebook
from openmso.rulebook.notice_book import NoticeBook, load_notices
from openmso.standards.calendars import OfficeCalendar

from .tenants.queries import tenant_by_id


def rulebook() -> Rulebook:
    """Return the rules in use. Raises RulebookError with every fault of a broken file."""
    return _of_this_process(tuple(settings.RULEBOOK_PATHS))


@lru_cache(maxsize=1)
def notices() -> NoticeBook:
    """Return the notices that events make owed. Raises RulebookError as `rulebook`."""
    return load_notices(rulebook(), settings.RULEBOOK_PATHS)


@lru_cache(maxsize=8)
def _of_this_process(paths: tuple[str, ...]) -> Rulebook:
    return default_rulebook(paths)


@lru_cache(maxsize=256)
def office_calendar(tenant_id: UUID) -> OfficeCalendar:
    """Return the time zone and the holidays in which this office counts."""
    tenant = tenant_by_id(tenant_id)
    return OfficeCalendar.of(tenant.time_zone, tenant.holiday_list)
