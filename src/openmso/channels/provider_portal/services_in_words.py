"""What was asked for, service by service, and what was approved of it."""

from collections.abc import Sequence
from decimal import Decimal

from openmso.casework.prior_auth.models import RequestedService
from openmso.channels.ui.presenters.facts import Fact


def asked_for(services: Sequence[RequestedService], *, label: str) -> list[Fact]:
    """Return a pair for each service, such as "12 × Physical therapy visit (G0151, counted by
    visit)"; `label` is the word for one, several are numbered."""
    if len(services) == 1:
        return [Fact(label=label, value=_asked(services[0]))]
    return [Fact(label=f"Service {one.line}", value=_asked(one)) for one in services]


def short(services: Sequence[RequestedService]) -> str:
    """Return the first service's words, and how many more there are."""
    if not services:
        return ""
    rest = len(services) - 1
    return services[0].description + (f" and {rest} more" if rest else "")


def given(services: Sequence[RequestedService]) -> list[Fact]:
    """Return what was approved of each service; empty before the decision."""
    decided = [one for one in services if one.approved_quantity is not None]
    return [
        Fact(
            label="Approved" if len(services) == 1 else f"Approved, service {one.line}",
            value=f"{_number(one.approved_quantity or Decimal(0))} of {_number(one.quantity)} × "
            f"{one.description}",
        )
        for one in decided
    ]


def _asked(one: RequestedService) -> str:
    return f"{_number(one.quantity)} × {one.description} ({one.code}, counted by {one.unit})"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"
