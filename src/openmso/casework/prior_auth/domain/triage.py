"""The first answer to a new request: whose is it, is approval needed at all, who looks at it.

Only answers that help the member can come from here: not needed, exempt, approved by rule, or a
review by a person. There is no way from here to a denial.
"""

from dataclasses import dataclass
from enum import StrEnum

from openmso.roster.benefits.domain.authorization_list import ListAnswer
from openmso.roster.plans.domain.delegation import DecidedBy

from .completeness import Missing
from .states import Move


class PointAnswer(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NO_INFORMATION = "no_information"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageFacts:
    """`decided_by` and `needed` may say that nobody has settled it; that goes to a person.

    `divided`: the plan decides some of the services and we decide the others.
    """

    covered: bool
    decided_by: DecidedBy
    emergency: bool
    needed: ListAnswer
    auto_approve_rule: str
    points: frozenset[str]
    answers: dict[str, str]
    missing: tuple[Missing, ...]
    divided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What happens next; `move` None means that it waits for a person at intake."""

    move: Move | None
    why: str


def triage(facts: TriageFacts) -> Triage:
    """Choose the first step. The order is the office's: exempt before anything else."""
    if facts.emergency:
        return Triage(
            move=Move.FIND_EXEMPT, why="Emergency care never needs approval before it is given."
        )
    if not facts.covered:
        return Triage(
            move=Move.FIND_NOT_ELIGIBLE, why="No coverage with us on the date of service."
        )
    if facts.divided:
        return Triage(
            move=None,
            why="The health plan decides some of these services; a person must part them.",
        )
    if facts.decided_by is DecidedBy.PLAN or facts.needed is ListAnswer.PLAN_DECIDES:
        return Triage(move=Move.FORWARD, why="The health plan decides this one itself.")
    if facts.decided_by is DecidedBy.NOBODY_SAID:
        return Triage(move=None, why="No contract term says who decides this; a person must.")
    if facts.needed is ListAnswer.NOT_LISTED:
        return Triage(move=None, why="The service stands on no authorization list; a person must.")
    if facts.needed is ListAnswer.NOT_REQUIRED:
        return Triage(move=Move.FIND_NOT_NEEDED, why="This service needs no approval on that date.")
    if facts.missing:
        return Triage(move=None, why="Something is missing; the office is asked for it.")
    if facts.auto_approve_rule and _all_met(facts):
        return Triage(move=Move.APPROVE, why=facts.auto_approve_rule)
    return Triage(move=Move.START_REVIEW, why="A nurse compares it with the criteria.")


def _all_met(facts: TriageFacts) -> bool:
    return all(facts.answers.get(point) == PointAnswer.MET for point in facts.points)
