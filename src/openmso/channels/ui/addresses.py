"""Addresses that many rows or buttons share but for one id."""

from functools import cache
from uuid import UUID

from django.urls import reverse

_ANY = "00000000-0000-0000-0000-000000000000"


def address_of(view: str, one: UUID | str) -> str:
    """Return the address of a page that takes one id or number; the pattern is looked up once."""
    return _pattern(view).replace(_ANY, str(one))


@cache
def _pattern(view: str) -> str:
    return reverse(view, args=[_ANY])
