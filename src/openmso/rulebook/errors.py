"""What can go wrong with the rulebook; none of these is ever answered with a default."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in a rulebook file: where, and a sentence."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


class RulebookError(ValueError):
    """The files cannot be used; `findings` names every fault with its place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))


class NoAnswer(LookupError):
    """No answer is in force for these facts: the work stops and goes to a person."""


class ConflictingAnswers(LookupError):
    """One authority gives two answers: the work stops and goes to a person."""


class UnknownRule(LookupError):
    """There is no rule with this id; the sentence names the nearest."""


class UnknownQuestion(LookupError):
    """There is no question with this name; the sentence names the nearest."""


class UnknownFact(ValueError):
    """A fact or its value is not in the vocabulary of `facts.py`."""


class NotExtendable(ValueError):
    """An extension was asked for where the rule allows none."""


class NotPausable(ValueError):
    """A clock was to stand still where the rule lets nothing stop it, or longer than it may."""
