"""Tabs over the pages of one desk, as far as a person may open them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    href: str
    current: bool


def tabs_of(*pages: tuple[str, str, Permission]) -> Callable[[Actor, str], list[Tab]]:
    """Return who draws the tabs of a desk: each page has a label, a URL name and its permission.

    It takes the person who looks and the URL name of the page the tabs stand on.
    """

    def tabs(actor: Actor, here: str) -> list[Tab]:
        return [
            Tab(label, reverse(name), current=name == here)
            for label, name, permission in pages
            if actor.may(permission)
        ]

    return tabs
