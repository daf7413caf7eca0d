"""The pages about hospital stays, as far as this person may open them."""

from dataclasses import dataclass

from django.urls import reverse

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

_TABS = (
    ("In a hospital", "staff:census", Permission.CASE_READ),
    ("Missing days", "staff:stays_missing", Permission.CASE_READ),
    ("Daily round", "staff:stays_round", Permission.STAY_STATUS),
    ("New notice", "staff:stay_key_in", Permission.STAY_KEY_IN),
)


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    href: str
    current: bool


def tabs(actor: Actor, here: str) -> list[Tab]:
    """Return the tabs; `here` is the URL name of the page they stand on."""
    return [
        Tab(label, reverse(name), current=name == here)
        for label, name, permission in _TABS
        if actor.may(permission)
    ]
