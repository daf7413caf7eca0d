"""That this browser showed a hospital's one-time code: kept in its session for one night.

A visit is for one hospital of one office. Nothing else is known of the person behind it.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from openmso.casework.inpatient.post_stabilization.domain.codes import VISIT_LASTS

_VISIT, _ASKING = "hospital_visit", "hospital_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    tenant_id: UUID
    hospital_id: UUID
    until: datetime


def begin(request: HttpRequest, *, tenant_id: UUID, hospital_id: UUID, at: datetime) -> None:
    """Let this browser speak for the hospital; the session gets a new key."""
    request.session.cycle_key()
    request.session.pop(_ASKING, None)
    request.session[_VISIT] = {
        "tenant": str(tenant_id),
        "hospital": str(hospital_id),
        "until": (at + VISIT_LASTS).isoformat(),
    }


def visit_of(request: HttpRequest, *, at: datetime) -> Visit | None:
    """Return the visit that goes on at `at`; None without one."""
    kept = request.session.get(_VISIT)
    if not kept:
        return None
    until = datetime.fromisoformat(kept["until"])
    if at >= until:
        return None
    return Visit(tenant_id=UUID(kept["tenant"]), hospital_id=UUID(kept["hospital"]), until=until)


def end(request: HttpRequest) -> None:
    """Forget the visit."""
    request.session.pop(_VISIT, None)


def remember_number(request: HttpRequest, number: str) -> None:
    """Keep what was typed on the first page for the second one."""
    request.session[_ASKING] = number


def number_typed(request: HttpRequest) -> str:
    """Return the number of the first page; empty when nobody came through it."""
    return str(request.session.get(_ASKING, ""))
