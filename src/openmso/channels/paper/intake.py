"""Empties a tray into the mail room: each piece is stored first and cleared away after."""

from dataclasses import dataclass, field
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.mail_room.actions.take_in import take_in
from openmso.office.mail_room.domain.outcome import Way
from openmso.office.mail_room.interfaces import Tray
from openmso.office.mail_room.models import ArrivedPaper

from .opening import opened


@dataclass(slots=True)
class Emptied:
    """What a look into the tray came to. `known`: taken in before, and only cleared away now."""

    taken: list[ArrivedPaper] = field(default_factory=list)
    known: int = 0

    @property
    def in_trouble(self) -> int:
        return sum(1 for paper in self.taken if paper.trouble)


def empty_tray(
    tray: Tray, way: Way, *, written_before: datetime, by: Actor, at: datetime
) -> Emptied:
    """Take in every whole piece. Safe to run twice, and at any point of a crash. Raises TrayFailed.

    `written_before` is real time: what was written later may not be whole yet.
    """
    emptied = Emptied()
    for piece in tray.waiting(before=written_before):
        inside = opened(piece, way)
        paper = take_in(inside, by=by, at=at)
        if paper is None:
            emptied.known += 1
        else:
            emptied.taken.append(paper)
        tray.set_aside(piece.key) if inside.trouble else tray.clear(piece.key)
    return emptied
