"""What was asked for, in one line."""

from collections.abc import Sequence
from decimal import Decimal

from openmso.casework.prior_auth.models import RequestedService


def asked_for(services: Sequence[RequestedService]) -> str:
    """Return e.g. "12 × Physical therapy visit (G0151, counted by visit)"."""
    return "; ".join(
        f"{_number(one.quantity)} × {one.description} ({one.code}, counted by {one.unit})"
        for one in services
    )


def short(services: Sequence[RequestedService]) -> str:
    """Return the first service's words, and how many more there are."""
    if not services:
        return ""
    rest = len(services) - 1
    return services[0].description + (f" and {rest} more" if rest else "")


def given(services: Sequence[RequestedService]) -> str:
    """Return what was approved of each service; empty before the decision."""
    return "; ".join(
        f"{_number(one.approved_quantity)} of {_number(one.quantity)} × {one.description}"
        for one in services
        if one.approved_quantity is not None
    )


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"
