"""Whether a program may begin: no forbidden effect, and two different people signed for it.

One is a physician who looks at what it does to care, the other looks at what the law says. Sources
of the questions stand beside them in questions.yaml.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class State(StrEnum):
    REGISTERED = "registered"
    ACTIVE = "active"
    REFUSED = "refused"
    ENDED = "ended"


class Side(StrEnum):
    """From which side somebody looked at the program."""

    MEDICAL = "medical"
    COMPLIANCE = "compliance"


class Verdict(StrEnum):
    MAY_BEGIN = "may_begin"
    MUST_NOT = "must_not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`forbids`: a yes means that the program may never begin."""

    code: str
    text: str
    forbids: bool
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One review: from which side, by whom, with which verdict."""

    side: Side
    by: UUID
    verdict: Verdict


def forbidden_effects(
    answers: Mapping[str, bool], questions: Iterable[Question]
) -> tuple[Question, ...]:
    """Return the questions whose yes rules this program out."""
    return tuple(one for one in questions if one.forbids and answers.get(one.code))


def to_be_explained(
    answers: Mapping[str, bool], questions: Iterable[Question]
) -> tuple[Question, ...]:
    """Return the questions whose yes both reviewers have to say something about."""
    return tuple(one for one in questions if not one.forbids and answers.get(one.code))


def why_not_begin(
    answers: Mapping[str, bool],
    questions: Iterable[Question],
    signed: Iterable[Signed],
    *,
    registered_by: UUID | None,
) -> tuple[str, ...]:
    """List every reason against beginning; an empty tuple means that the program may begin."""
    questions, signed = list(questions), list(signed)
    reasons = [
        f"Not answered: {one.text}"
        for one in questions
        if not isinstance(answers.get(one.code), bool)
    ]
    reasons += [
        f"{one.text} Yes: that is forbidden ({one.citation})."
        for one in forbidden_effects(answers, questions)
    ]
    reasons += _about_signatures(signed, registered_by)
    return tuple(reasons)


def _about_signatures(signed: list[Signed], registered_by: UUID | None) -> list[str]:
    yes = {one.side: one.by for one in signed if one.verdict is Verdict.MAY_BEGIN}
    reasons = []
    if Side.MEDICAL not in yes:
        reasons.append("A physician has not signed yet that it discourages no appropriate care.")
    if Side.COMPLIANCE not in yes:
        reasons.append("Compliance has not signed yet.")
    if len(set(yes.values())) < len(yes):
        reasons.append("Two different people must sign.")
    if registered_by in yes.values():
        reasons.append("Whoever registered it cannot sign for it.")
    return reasons
