"""The main menu of each portal. A portal names its entries once, when the house starts.

navigation.add("staff", _("Worklist"), "staff:worklist", Permission.WORKLIST_READ)
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission


@dataclass(frozen=True, slots=True)
class Entry:
    label: str | Promise
    url_name: str
    permission: Permission | None = None
    shown_to: Callable[[Actor], bool] | None = None

    def is_for(self, actor: Actor | None) -> bool:
        """Tell whether this person may open the page, and has a use for it."""
        if self.permission is None:
            return True
        if actor is None or not actor.may(self.permission):
            return False
        return self.shown_to is None or self.shown_to(actor)


@dataclass(frozen=True, slots=True)
class Link:
    label: str | Promise
    href: str
    current: bool


_ENTRIES: dict[str, list[Entry]] = defaultdict(list)


def add(
    portal: str,
    label: str | Promise,
    url_name: str,
    permission: Permission | None = None,
    *,
    shown_to: Callable[[Actor], bool] | None = None,
) -> None:
    """Add an entry at the end of a portal's menu; `portal` is its URL namespace.

    `shown_to` leaves it out for people who may open the page but have no use for it. Naming the
    same page twice changes nothing.
    """
    if all(entry.url_name != url_name for entry in _ENTRIES[portal]):
        _ENTRIES[portal].append(Entry(label, url_name, permission, shown_to))


@cache
def _address(url_name: str) -> str:
    return reverse(url_name)


def links(portal: str, *, actor: Actor | None, request: HttpRequest) -> tuple[Link, ...]:
    """Return the entries this person may open; the one that leads here is marked."""
    shown = [
        Link(entry.label, _address(entry.url_name), current=False)
        for entry in _ENTRIES.get(portal, ())
        if entry.is_for(actor)
    ]
    here = max(
        (link.href for link in shown if request.path.startswith(link.href)), key=len, default=""
    )
    return tuple(Link(link.label, link.href, current=link.href == here) for link in shown)
