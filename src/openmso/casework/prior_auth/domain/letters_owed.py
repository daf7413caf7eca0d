"""Which letters an answer obliges us to send, and to whom.

The practice also reads every answer in its portal; a letter to it is owed where a rule asks for
writing. Sources: the notices of 42 CFR 422.568(d)-(e), 438.404, HSC 1367.01(h)(4).
"""

from dataclasses import dataclass
from enum import StrEnum

from .states import Move


class LetterKind(StrEnum):
    """The letters of the catalog that this folder orders."""

    APPROVAL = "approval"
    DENIAL = "denial"
    PARTIAL_APPROVAL = "partial_approval"
    REQUEST_FOR_INFORMATION = "request_for_information"
    EXTENSION = "extension"
    DELAY_NOTICE = "delay_notice"
    SILENCE_NOTICE = "silence_notice"
    WITHDRAWAL = "withdrawal"
    NOT_NEEDED = "not_needed"
    NOT_ELIGIBLE = "not_eligible"
    FORWARDED = "forwarded"


class Receiver(StrEnum):
    MEMBER = "member"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOwed:
    kind: LetterKind
    to: Receiver


_BOTH = (Receiver.MEMBER, Receiver.PRACTICE)
_OWED: dict[Move, tuple[LetterKind, tuple[Receiver, ...]]] = {
    Move.APPROVE: (LetterKind.APPROVAL, _BOTH),
    Move.APPROVE_IN_PART: (LetterKind.PARTIAL_APPROVAL, _BOTH),
    Move.CARRY_OUT: (LetterKind.APPROVAL, _BOTH),
    Move.CARRY_OUT_IN_PART: (LetterKind.APPROVAL, _BOTH),
    Move.DENY: (LetterKind.DENIAL, _BOTH),
    Move.ASK_FOR_INFORMATION: (LetterKind.REQUEST_FOR_INFORMATION, _BOTH),
    Move.EXTEND: (LetterKind.EXTENSION, _BOTH),
    Move.WITHDRAW: (LetterKind.WITHDRAWAL, _BOTH),
    Move.FIND_NOT_NEEDED: (LetterKind.NOT_NEEDED, _BOTH),
    Move.FIND_EXEMPT: (LetterKind.NOT_NEEDED, (Receiver.PRACTICE,)),
    Move.FIND_NOT_ELIGIBLE: (LetterKind.NOT_ELIGIBLE, _BOTH),
    Move.FORWARD: (LetterKind.FORWARDED, _BOTH),
}
WITHOUT_COVERAGE = frozenset({LetterKind.NOT_ELIGIBLE, LetterKind.NOT_NEEDED})
"""The letters that are also written about a person whom no plan of ours covers."""


def letters_owed(move: Move) -> tuple[LetterOwed, ...]:
    """Return the letters that follow from this move; an empty tuple when none does."""
    kind, receivers = _OWED.get(move, (None, ()))
    return tuple(LetterOwed(kind=kind, to=receiver) for receiver in receivers if kind)


def letters_owed_for_silence(*, delay_notice: bool) -> tuple[LetterOwed, ...]:
    """Return what is owed when the time ran out: a delay notice, or what the silence means."""
    kind = LetterKind.DELAY_NOTICE if delay_notice else LetterKind.SILENCE_NOTICE
    return tuple(LetterOwed(kind=kind, to=receiver) for receiver in _BOTH)
