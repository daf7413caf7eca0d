"""The live meter: what the request would come to as it stands, in words for the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.domain.states import Move
from openmso.casework.prior_auth.preview import Preview
from openmso.channels.ui.presenters.deadline import DeadlineBadge

from ..due_times import badge_of_clock


class Level(StrEnum):
    """How near the request is to an answer; shown in words, by an icon and by tone."""

    MEETS = "meets"
    COMPLETE = "complete"
    MISSING = "missing"
    STOP = "stop"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMeter:
    """One of several services: `words` tell whether it needs an authorization.

    `unnamed`: it stands on no list of ours and nobody has said yet what it is.
    """

    code: str
    name: str
    words: str
    unit: str
    unnamed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """`missing` are the points still open; `twin_number` names a request that looks the same.

    `lines` are there when several services are asked for, `unit` when it is one.
    """

    level: Level
    words: str
    sentence: str
    missing: Sequence[str] = ()
    due: DeadlineBadge | None = None
    twin_id: str = ""
    twin_number: str = ""
    unit: str = ""
    lines: Sequence[LineMeter] = ()


def nothing_yet(sentence: str) -> Meter:
    """Say what is needed before anything can be weighed."""
    return Meter(level=Level.WAITING, words="Not weighed yet", sentence=sentence)


def meter_of(
    found: Preview, *, unit: str, lines: Sequence[LineMeter], at: datetime, zone: ZoneInfo
) -> Meter:
    """Put a preview into words."""
    level, words, sentence = _verdict(found)
    return Meter(
        level=level,
        words=words,
        sentence=sentence,
        missing=tuple(one.sentence for one in found.missing) if level is Level.MISSING else (),
        due=badge_of_clock(found.due, at=at, zone=zone)
        if found.due and level in {Level.COMPLETE, Level.MISSING}
        else None,
        twin_id=str(found.twin.id) if found.twin else "",
        twin_number=found.twin.number if found.twin else "",
        unit="" if lines else unit,
        lines=lines,
    )


def _verdict(found: Preview) -> tuple[Level, str, str]:
    match found.first.move:
        case Move.APPROVE:
            return Level.MEETS, "Meets", "It is approved the moment you send it."
        case Move.FIND_NOT_NEEDED:
            return (
                Level.MEETS,
                "No authorization needed",
                "You need not send it. Send it if you want a receipt number that says so.",
            )
        case Move.FIND_EXEMPT:
            return Level.MEETS, "Exempt", "Emergency care never needs authorization."
        case Move.FIND_NOT_ELIGIBLE:
            return (
                Level.STOP,
                "No coverage on that day",
                "We know of no coverage on the first day of service. Check the date and the card.",
            )
        case Move.FORWARD:
            return Level.COMPLETE, "The health plan decides", "Send it, and we pass it on."
        case Move.START_REVIEW:
            return Level.COMPLETE, "Complete", _review(found)
        case _:
            return _open_points(found)


def _open_points(found: Preview) -> tuple[Level, str, str]:
    if not found.missing:
        return Level.COMPLETE, "Complete", found.first.why
    count = len(found.missing)
    words = "One point missing" if count == 1 else f"{count} points missing"
    return Level.MISSING, words, "You can send it now and add the rest later."


def _review(found: Preview) -> str:
    rule = found.standing.auto_approve_rule
    if not rule:
        return "A nurse compares it with the criteria."
    return "Not every question is answered with yes, so a nurse looks at it."
