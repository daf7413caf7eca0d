"""How the reports count and when they close: data/terms.yaml."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from openmso.standards.calendars import Span

from .domain.period import Period, month, months_later, start_of, year
from .domain.under_utilization import Watchfulness

_FILE = Path(__file__).parent / "data" / "terms.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The entries of the file, by name."""

    covered_on_day: int
    month_closes_on_day: int
    year_closes_after_months: int
    watch_months: int
    fewest_for_a_share: int
    fewest_in_public: int
    fewest_expected: int
    sureness: float
    due_soon: str

    @property
    def watch(self) -> Watchfulness:
        return Watchfulness(fewest_expected=self.fewest_expected, sureness=self.sureness)

    @property
    def soon(self) -> timedelta:
        span = Span.parse(self.due_soon)
        return timedelta(**{span.unit: span.count})

    def closes_at(self, period: Period, zone: ZoneInfo) -> datetime:
        """Return the instant as of which the reports of a period are computed, in UTC."""
        if period == year(period.from_on.year):
            return start_of(months_later(period.until_on, self.year_closes_after_months), zone)
        return start_of(period.until_on.replace(day=self.month_closes_on_day), zone)

    def watched(self, last_month: Period) -> Period:
        """Return the months the watch looks back over, the given one being the last."""
        return Period(months_later(last_month.until_on, -self.watch_months), last_month.until_on)

    def last_closed_month(self, at: datetime, zone: ZoneInfo) -> Period:
        """Return the newest month whose reports can run at `at`."""
        today = at.astimezone(zone).date()
        found = month(months_later(today.replace(day=1), -1))
        if at < self.closes_at(found, zone):
            return month(months_later(found.from_on, -1))
        return found

    def last_closed_year(self, at: datetime, zone: ZoneInfo) -> Period:
        """Return the newest year whose public figures can be frozen at `at`."""
        found = year(at.astimezone(zone).year - 1)
        return found if at >= self.closes_at(found, zone) else year(found.from_on.year - 1)

    def covered_days(self, period: Period) -> list[date]:
        """Return the days on which who is covered counts as a member month."""
        return [one.from_on.replace(day=self.covered_on_day) for one in period.months()]


@cache
def terms() -> Terms:
    """Return the terms that come with the product."""
    return Terms(**yaml.safe_load(_FILE.read_text(encoding="utf-8")))
