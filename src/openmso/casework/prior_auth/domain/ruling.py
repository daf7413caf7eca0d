"""A ruling that takes a no back, and what it gives. It can only say yes: never less than before.

The words of `RuledBy` are the rulebook's (`reversed_by`), so that it can be asked by when the
ruling must be carried out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class RuledBy(StrEnum):
    PLAN = "plan"
    INDEPENDENT_ENTITY = "independent_entity"
    JUDGE = "judge"
    COUNCIL = "council"
    IMR = "imr"
    STATE_HEARING = "state_hearing"

    @property
    def label(self) -> str:
        """How people read it."""
        return _LABELS[self]


_LABELS = {
    RuledBy.PLAN: "Appeal to us",
    RuledBy.INDEPENDENT_ENTITY: "Medicare's independent entity",
    RuledBy.JUDGE: "Medicare judge",
    RuledBy.COUNCIL: "Medicare Appeals Council",
    RuledBy.IMR: "Independent Medical Review",
    RuledBy.STATE_HEARING: "State hearing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One ruling on one request.

    `ruled_on` is the day on the ruling, `notice_received_at` when its notice reached any of our
    desks (of an appeal to us: when it was decided); the time to carry it out counts from there.
    `reference` is the case number of whoever ruled. `approved` holds the whole quantity each
    service line has from now on, lines left out stay as they are; None gives all that was asked.
    `evidence_document_id` is the paper with the ruling, which everybody but we ourselves must show.
    `signed_by_id` and `signed_by_name` are our physician's in an appeal to us, else empty.
    """

    ruled_by: RuledBy
    ruled_on: date
    notice_received_at: datetime
    reference: str
    approved: Mapping[int, Decimal] | None = None
    evidence_document_id: UUID | None = None
    signed_by_id: UUID | None = None
    signed_by_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One service line before the ruling: what was asked for and what was given of it."""

    line: int
    asked: Decimal
    given: Decimal


class NotAYes(ValueError):
    """This ruling would take something away, give nothing, or give what nobody asked for."""


class RulingNotShown(ValueError):
    """Nothing shows that this ruling exists: its number, its paper or its signer is missing."""


def require_shown(ruling: Ruling) -> None:
    """Raise RulingNotShown unless the ruling can be traced to whoever made it."""
    if not ruling.reference.strip():
        raise RulingNotShown("Write the number under which it was ruled.")
    if ruling.ruled_by is RuledBy.PLAN:
        if ruling.signed_by_id is None or not ruling.signed_by_name:
            raise RulingNotShown("An appeal to us is answered by a person: name them.")
    elif ruling.evidence_document_id is None:
        raise RulingNotShown("Add the paper with the ruling first.")


def given_by(ruling: Ruling, lines: tuple[Line, ...]) -> dict[int, Decimal]:
    """Return the quantity of every line after the ruling. Raises NotAYes."""
    if ruling.approved is None:
        after = {one.line: one.asked for one in lines}
    else:
        _refuse_unknown(ruling.approved, lines)
        after = {one.line: ruling.approved.get(one.line, one.given) for one in lines}
    for one in lines:
        if after[one.line] < one.given:
            raise NotAYes(f"Line {one.line}: a ruling cannot take back what was approved.")
        if after[one.line] > one.asked:
            raise NotAYes(f"Line {one.line}: nobody asked for more than {one.asked.normalize():f}.")
    if not any(after[one.line] > one.given for one in lines):
        raise NotAYes("This ruling gives nothing that was not approved before.")
    return after


def gives_everything(given: Mapping[int, Decimal], lines: tuple[Line, ...]) -> bool:
    """Tell whether nothing of what was asked for stays refused."""
    return all(given[one.line] == one.asked for one in lines)


def _refuse_unknown(approved: Mapping[int, Decimal], lines: tuple[Line, ...]) -> None:
    unknown = sorted(set(approved) - {one.line for one in lines})
    if unknown:
        raise NotAYes(f"This request has no line {unknown[0]}.")
