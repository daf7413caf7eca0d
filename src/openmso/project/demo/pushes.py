"""How far the demo's clock can be pushed with one button."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Push:
    key: str
    label: str
    by: timedelta


PUSHES = (
    Push("1h", "1 hour", timedelta(hours=1)),
    Push("1d", "1 day", timedelta(days=1)),
    Push("3d", "3 days", timedelta(days=3)),
    Push("1w", "1 week", timedelta(weeks=1)),
)


def push_called(key: str) -> Push | None:
    """Return the push with this key, None when there is none."""
    return next((push for push in PUSHES if push.key == key), None)
