"""A paper is taken for a change, gets its outcome, or comes back to the tray."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import record

from ..domain.outcome import State
from ..events import Event
from ..models import ArrivedPaper
from ..queries import PaperNotFound, visible

_OUTCOME = (
    *("state", "case_kind_of", "case_id_of", "case_number_of", "desk", "reason", "told", "words"),
    *("settled_at", "settled_by_name"),
)


class SettledMeanwhile(RuntimeError):
    """Somebody else has dealt with this paper. The sentence says what became of it."""


class KnownCase(Protocol):
    """A case with a number that people know it by."""

    @property
    def case_kind(self) -> str: ...
    @property
    def id(self) -> UUID: ...
    @property
    def number(self) -> str: ...


def locked_paper(paper_id: UUID, *, by: Actor) -> ArrivedPaper:
    """Return the paper under a row lock until the action ends. Raises PaperNotFound."""
    paper = visible(by).filter(id=paper_id).select_for_update(of=("self",)).first()
    if paper is None:
        raise PaperNotFound("There is no such paper in this office.")
    return paper


def require_waiting(paper: ArrivedPaper) -> None:
    """Raise SettledMeanwhile for a paper that has its outcome."""
    if not paper.is_waiting:
        raise SettledMeanwhile(
            f"{paper.settled_by_name or 'Somebody'} has dealt with {paper.number} meanwhile: "
            f"{paper.get_state_display()}. Nothing of yours was done."
        )


def settle(
    paper: ArrivedPaper,
    outcome: State,
    *,
    case: KnownCase | None = None,
    by: Actor,
    at: datetime,
    **said: str,
) -> None:
    """Give a waiting paper its outcome and write it down. Raises SettledMeanwhile.

    `said` holds what goes with the outcome: `desk`, `reason`, `told`, `words`.
    """
    require_waiting(paper)
    paper.state, paper.settled_at, paper.settled_by_name = outcome, at, by.name
    if case is not None:
        paper.case_kind_of, paper.case_id_of = case.case_kind, case.id
        paper.case_number_of = case.number
    for name, words in said.items():
        setattr(paper, name, words)
    paper.save(update_fields=_OUTCOME)
    record(
        paper,
        Event.SETTLED,
        by=by,
        at=at,
        became=str(outcome),
        on_case=paper.case_number_of,
        desk=str(paper.desk),
        because=str(paper.reason),
        told=str(paper.told),
    )


def back_to_the_tray(paper: ArrivedPaper, *, why: str, by: Actor, at: datetime) -> None:
    """Take the outcome back; the line of history keeps what it was."""
    before, number = paper.state, paper.case_number_of
    paper.state, paper.settled_at, paper.settled_by_name = State.WAITING, None, ""
    paper.case_kind_of, paper.case_id_of, paper.case_number_of = "", None, ""
    paper.desk = paper.reason = paper.told = paper.words = ""
    paper.save(update_fields=_OUTCOME)
    record(paper, Event.TAKEN_BACK, by=by, at=at, before=str(before), on_case=number, why=why)
