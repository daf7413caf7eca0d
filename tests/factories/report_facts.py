"""Frozen rows for reports, without a database. Name only what your test is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from openmso.oversight.reports.domain.appeals_and_grievances import (
    APPEALS,
    ComplaintFacts,
    Ending,
)
from openmso.oversight.reports.domain.facts import Outcome, RequestFacts, Standing

_serial = count(1)

ASKED_AT = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


def decided(
    outcome: Outcome = Outcome.APPROVED, *, hours: float = 48, **given: Any
) -> RequestFacts:
    """A request that was decided `hours` after it came; fields of its standing may be given too."""
    asked_at = given.pop("asked_at", ASKED_AT)
    at = asked_at + timedelta(hours=hours)
    standing = waiting(asked_at=asked_at, **_of_standing(given)).standing
    return replace(
        waiting(asked_at=asked_at, **given),
        decided_on=at.date(),
        standing=replace(standing, outcome=outcome, decided_at=at),
    )


def waiting(asked_at: datetime = ASKED_AT, **given: Any) -> RequestFacts:
    """A request nobody has decided."""
    serial = next(_serial)
    standing = {"urgency": "standard", "complete_on_arrival": True} | _of_standing(given)
    fields: dict[str, Any] = {
        "id": UUID(int=serial),
        "number": f"PA-{serial:06d}",
        "plan": "harbor-ma",
        "line_of_business": "MA",
        "ipa": "north",
        "asked_by": "2000000001",
        "to_treat": "2000000002",
        "in_network": True,
        "pcp": "2000000003",
        "language": "en",
        "category": "imaging",
        "timing": "pre_service",
        "is_drug": False,
    }
    return RequestFacts(
        **fields | given,
        asked_on=asked_at.date(),
        decided_on=None,
        standing=Standing(received_at=asked_at, **standing),
    )


def a_case(about: str = APPEALS, *, hours: float | None = 48, **given: Any) -> ComplaintFacts:
    """An appeal that was upheld two days after it came in March; `hours` None: still open."""
    came = given.pop("came_at", ASKED_AT)
    ended_at = came + timedelta(hours=hours) if hours is not None else None
    state = given.pop("state", "upheld" if about == APPEALS else "answered")
    serial = next(_serial)
    fields: dict[str, Any] = {
        "line": "MA",
        "ipa": "north",
        "kind": "reconsideration" if about == APPEALS else "standard",
        "category": "imaging" if about == APPEALS else "waiting",
    }
    return ComplaintFacts(
        id=UUID(int=serial),
        number=f"AP-{serial}",
        about=about,
        received_on=came.date(),
        ended_on=ended_at.date() if ended_at else None,
        standing=Ending(
            received_at=came,
            ended_at=ended_at,
            ended_as=state if ended_at else "",
            answered=ended_at is not None and given.pop("answered", True),
            ran_late=given.pop("ran_late", False),
        ),
        **fields | given,
    )


def _of_standing(given: dict[str, Any]) -> dict[str, Any]:
    names = set(Standing.__slots__) & given.keys()
    return {name: given.pop(name) for name in names}
