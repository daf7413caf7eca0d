"""Times of duty in words, in the office's own time zone, which is always named."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .stretch import Stretch

_HOUR = timedelta(hours=1)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Return "Sunday 11/01/2026 1:30 AM PST"."""
    local = at.astimezone(zone)
    hour, half = local.hour % 12 or 12, "PM" if local.hour >= 12 else "AM"
    return f"{local:%A %m/%d/%Y} {hour}:{local:%M} {half} {local.tzname()}"


def stretch_in_words(stretch: Stretch, zone: ZoneInfo) -> str:
    """Return from when to when, and how long that really lasts."""
    from_to = f"{moment(stretch.starts_at, zone)} to {moment(stretch.ends_at, zone)}"
    return f"{from_to} ({length(stretch.ends_at - stretch.starts_at)})"


def gaps_in_words(gaps: Iterable[Stretch], zone: ZoneInfo) -> list[str]:
    """Return one sentence a gap."""
    return [f"Nobody is on duty from {stretch_in_words(gap, zone)}." for gap in gaps]


def length(span: timedelta) -> str:
    """Return elapsed time as "11 h", "45 min" or "1 h 30 min"."""
    hours, rest = divmod(span, _HOUR)
    minutes = int(rest.total_seconds()) // 60
    words = [f"{hours} h"] if hours else []
    if minutes:
        words.append(f"{minutes} min")
    return " ".join(words) or "less than a minute"
