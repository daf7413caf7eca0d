"""What a wish for another doctor needs from outside: a way to the health plan's member services."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class PlanDeskFailed(RuntimeError):
    """The plan did not take it. The sentence says why; it will be tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PcpWish:
    """What the plan is told, and no more than it needs to change the doctor."""

    number: str
    plan: str
    member_number: str
    member_name: str
    birth_date: str
    wanted_npi: str
    wanted_name: str
    reason: str
    asked_at: datetime


class PlanDesk(Protocol):
    def pass_on(self, *, key: str, wish: PcpWish) -> str:
        """Hand over once per `key` however often it is asked, and return the proof.

        The proof of one key is always the same text of at most 120 signs. Raises PlanDeskFailed.
        """
        ...


@dataclass(slots=True)
class Wiring:
    """Filled once at start-up by the project floor."""

    desk: PlanDesk | None = None

    def plan_desk(self) -> PlanDesk:
        if self.desk is None:
            raise RuntimeError("no way to the health plans is plugged in; see project/wiring.py")
        return self.desk


wiring = Wiring()
