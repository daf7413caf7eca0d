"""The desks of on-call, as far as this person may open them."""

from dataclasses import dataclass

from django.urls import reverse

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

_TABS = (
    ("Week", "staff:on_call", Permission.ON_CALL_READ),
    ("Pages", "staff:on_call_pages", Permission.ON_CALL_READ),
    ("My pages", "staff:on_call_mine", Permission.ON_CALL_ANSWER),
    ("Take a call", "staff:on_call_calls", Permission.ON_CALL_TAKE_CALL),
    ("Answer by code", "staff:on_call_code", Permission.ON_CALL_TAKE_CALL),
    ("Publish", "staff:on_call_publish", Permission.ON_CALL_PLAN),
    ("Weekly pattern", "staff:on_call_publish_weekly", Permission.ON_CALL_PLAN),
    ("Away", "staff:on_call_leave", Permission.ON_CALL_PLAN),
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
