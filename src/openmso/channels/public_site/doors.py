"""The doors of the house: the portals people can sign in to, as far as they exist here."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Door:
    href: str
    label: str | Promise
    sentence: str | Promise


DOORS = (
    Door("/member/", _("Members"), _("See your requests and read your letters.")),
    Door(
        "/practice/",
        _("Doctors' offices"),
        _("Check eligibility, ask for approval and follow your requests."),
    ),
    Door(
        "/hospital/",
        _("Hospitals"),
        _("Ask about a stabilized patient, day and night, without an account."),
    ),
    Door("/staff/", _("Our staff"), _("Worklists and cases.")),
)


def open_doors() -> Sequence[Door]:
    """Return the portals that exist here; nothing is linked that would not be found."""
    return tuple(door for door in DOORS if _exists(door.href))


def _exists(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
