"""What time it is in this office.

In operation this is the machine's clock. A demo office has a clock of its own that can be pushed
forward; its distance from the machine's clock stands in a file of the demo's data folder, so that
every process of the demo sees the same time. Only channels, jobs and commands may ask; everything
below them takes the time as an argument.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings


class NotADemo(RuntimeError):
    """Somebody tried to push the clock of an office that is not a demo."""


def now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC) + _demo_offset()


def advance(by: timedelta) -> datetime:
    """Push the demo's clock forward and return its new time (UTC).

    Raises NotADemo outside a demo data folder, ValueError when `by` would turn time back.
    """
    if by < timedelta(0):
        raise ValueError("a clock of cases never runs backwards")
    offset_file = _offset_file()
    if offset_file is None:
        raise NotADemo("only a demo office has a clock that can be pushed")
    seconds = (_demo_offset() + by).total_seconds()
    part = offset_file.with_suffix(".part")
    part.write_text(f"{seconds:.0f}\n", encoding="ascii")
    part.replace(offset_file)
    return now()


def _demo_offset() -> timedelta:
    offset_file = _offset_file()
    if offset_file is None:
        return timedelta(0)
    try:
        return timedelta(seconds=float(offset_file.read_text(encoding="ascii")))
    except FileNotFoundError:
        return timedelta(0)


def _offset_file() -> Path | None:
    folder: Path | None = getattr(settings, "DEMO_DATA_DIR", None)
    return folder / "clock-offset-seconds" if folder else None
