"""Who may work on a grievance: nobody it is about, and a clinician where it is clinical.

Sources: 42 CFR 438.406(b)(2), 28 CCR 1300.68(d)(2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from openmso.casework.appeals.domain.independence import superiors_of


class MayNotWorkOnIt(PermissionError):
    """This person may not work on this grievance. `reasons` are sentences for people."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """The person who would work on it. `licensed_in`: states of a clinical licence valid today."""

    id: UUID
    may_work: bool
    licensed_in: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the grievance demands. `state` is the office's.

    `about` is the colleague it is about; `took_part` are those who worked on the request whose
    handling it is about, empty when it is about none.
    """

    state: str
    clinical: bool
    about: UUID | None
    took_part: frozenset[UUID]


def why_not(worker: Worker, matter: Matter, reports_to: Mapping[UUID, UUID]) -> tuple[str, ...]:
    """List every reason against this person; an empty tuple means none."""
    reasons = []
    if not worker.may_work:
        reasons.append("This work is not among this person's tasks.")
    if matter.about == worker.id:
        reasons.append("The grievance is about this person.")
    elif matter.about is not None and matter.about in superiors_of(worker.id, reports_to):
        reasons.append("This person works under the one the grievance is about.")
    if worker.id in matter.took_part:
        reasons.append("This person worked on the request that the grievance is about.")
    if matter.clinical and matter.state not in worker.licensed_in:
        reasons.append("It is clinical: somebody with a clinical licence answers it.")
    return tuple(reasons)


def require_worker(worker: Worker, matter: Matter, reports_to: Mapping[UUID, UUID]) -> None:
    """Raise MayNotWorkOnIt with every reason unless this person may work on it."""
    reasons = why_not(worker, matter, reports_to)
    if reasons:
        raise MayNotWorkOnIt(reasons)
