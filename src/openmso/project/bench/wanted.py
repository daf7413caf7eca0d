"""What a run is asked to measure. Knows the names of the steps without loading the product."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from openmso.project.refusal import Refusal

STEP_NAMES = (
    "durable_commits",
    "hello_page",
    "create",
    "worklist",
    "eligibility",
    "code_search",
    "status_poll",
    "case_page",
    "hospital",
    "decision_search",
    "rulebook",
    "letter",
    "life",
    "start",
)
"""In the order of a run: limits first, the way up and the memory last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`widest_seconds` is the length of a step at the most clients; `small` and `large`
    count open cases.
    """

    steps: tuple[str, ...]
    clients: tuple[int, ...]
    seconds: float
    widest_seconds: float
    life_seconds: float
    letter_patience_seconds: float
    small: int
    large: int
    folder: Path | None = None

    def seconds_at(self, clients: int) -> float:
        return self.widest_seconds if clients == max(self.clients) else self.seconds


def steps_named(names: Iterable[str]) -> tuple[str, ...]:
    """Return these steps in the order of a run, all of them for none. Raises Refusal."""
    chosen = set(names)
    for name in chosen:
        if name not in STEP_NAMES:
            near = get_close_matches(name, STEP_NAMES, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise Refusal(f'There is no step "{name}". {hint}Steps: {", ".join(STEP_NAMES)}.')
    return tuple(name for name in STEP_NAMES if not chosen or name in chosen)
