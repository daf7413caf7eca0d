"""Where the next page of the list begins, as it stands in an address."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The links below the list."""

    shown: str
    previous_href: str = ""
    next_href: str = ""


def after_of(text: str) -> tuple[datetime, UUID] | None:
    """Read a place in the list; anything else is its beginning."""
    moment, _, last = text.partition("~")
    try:
        received_at, last_id = datetime.fromisoformat(moment), UUID(last)
    except ValueError:
        return None
    return (received_at, last_id) if received_at.tzinfo else None


def pages_of(following: tuple[datetime, UUID] | None, *, is_first: bool) -> Pages:
    """Return the links to the first and to the next page."""
    here = reverse("staff:mail_room")
    next_href = ""
    if following is not None:
        received_at, last_id = following
        next_href = f"{here}?{urlencode({'after': f'{received_at.isoformat()}~{last_id}'})}"
    return Pages(
        shown="The longest waiting first" if is_first else "Further papers",
        previous_href="" if is_first else here,
        next_href=next_href,
    )
