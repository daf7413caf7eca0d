"""Whether the time for the answer may be extended. The rule says; the house may leave it out.

The same for an appeal and for a grievance.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openmso.casework.prior_auth.domain.extension import GROUNDS, NotExtendable
from openmso.rulebook.answers import Answer
from openmso.rulebook.duty_clocks import DutyClock
from openmso.rulebook.vocabulary import ExtensionGround

from .filing import NotPossible
from .types import extensions_not_taken

_USUAL = (ExtensionGround.MEMBER_ASKS, ExtensionGround.MORE_INFORMATION_IN_MEMBERS_INTEREST)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTime:
    """More time that may be taken: by which rule, on which ground, why, and after which time."""

    rule: Answer
    ground: str
    why: str
    first_due: datetime

    def told(self, clock: DutyClock | None) -> dict[str, Any]:
        """Return what the line of the history holds; `clock` is the one that governs now."""
        due = clock.due_at.isoformat() if clock else ""
        return {"ground": self.ground, "why": self.why, "rule": self.rule.id, "due": due}


def why_not_longer(rules: tuple[Answer, ...], *, taken: bool, what: str = "appeal") -> str:
    """Return why no more time can be taken, a sentence; empty when it can.

    `rules` are those of the answer's own clocks; `taken`: it was extended once already; `what` it
    is called.
    """
    if taken:
        return f"This {what} was extended once; the law allows no second time."
    allowing = [rule for rule in rules if rule.extension is not None]
    if not allowing or len(allowing) < len(rules):
        return f"No rule allows more time for this {what}."
    held = extensions_not_taken()
    return next((held[rule.id] for rule in allowing if rule.id in held), "")


def grounds_of(rules: tuple[Answer, ...]) -> tuple[ExtensionGround, ...]:
    """Return the grounds on which more time may be taken, as the rules name them."""
    named = tuple(ground for rule in rules for ground in rule.extension_grounds)
    return tuple(dict.fromkeys(named)) or _USUAL


def require_longer(
    rules: tuple[Answer, ...],
    ground: str,
    why: str,
    *,
    taken: bool,
    first_due: datetime | None,
    at: datetime,
    what: str = "appeal",
) -> MoreTime:
    """Return what may be taken at `at`, while the time that is `first_due` runs.

    Raises NotExtendable with the reason; NotPossible without a `why`, or when the time is over.
    """
    if not why.strip():
        raise NotPossible("Say why more time is in the member's interest.")
    if refusal := why_not_longer(rules, taken=taken, what=what):
        raise NotExtendable(refusal)
    allowed = grounds_of(rules)
    if ground not in allowed:
        raise NotExtendable(
            f"More time is allowed only when: {' '.join(GROUNDS[one] for one in allowed)}"
        )
    if first_due is None or first_due < at:
        raise NotPossible("The time is over; it cannot be made longer any more.")
    rule = next(rule for rule in rules if rule.extension is not None)
    return MoreTime(rule=rule, ground=ground, why=why.strip(), first_due=first_due)
