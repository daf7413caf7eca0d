"""What is known about a member's no, and the reading of it from JSON values.

A fact that is left out is not known. Nothing here is guessed; a missing fact leads to a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from typing import Any

from .cells import UNKNOWN
from .rows import Kind, Question


class UnknownFacts(ValueError):
    """A fact or its value is not among the questions; the sentence names the nearest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One no, and what has been done about it; the fields are the ids of questions.yaml.

    `licensed_plan` comes from the plan's settings, never from its name. Days are the office's.
    """

    coverage: str | None = None
    licensed_plan: bool | None = None
    benefit: str | None = None
    decision: str | None = None
    basis: str | None = None
    provider_link: str | None = None
    urgent: bool | None = None
    notice_on: date | None = None
    grievance: str | None = None
    grievance_filed_at: date | None = None
    grievance_expedited: bool | None = None
    grievance_answered_at: date | None = None
    grievance_result: str | None = None
    state_hearing: str | None = None
    medi_cal_rx: bool | None = None
    part_b_drug: bool | None = None
    service_ends: bool | None = None
    ends_on: date | None = None
    leaving: str | None = None
    last_event: date | None = None
    applied_at: date | None = None
    papers: frozenset[str] = frozenset()

    def as_values(self) -> dict[str, object]:
        """Return the facts that are known, as JSON values."""
        found: dict[str, object] = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, date):
                found[one.name] = value.isoformat()
            elif isinstance(value, frozenset):
                found[one.name] = sorted(value)
            elif value is not None:
                found[one.name] = value
        return found


def facts_from(given: Mapping[str, object], questions: Mapping[str, Question]) -> Facts:
    """Return the facts in `given`; raise UnknownFacts with a sentence.

    A grievance may be one word or an object: {"filed_at": …, "answered_at": …, "result": …}.
    Words may be written in any case; null is the same as left out.
    """
    values: dict[str, Any] = {}  # each is read as its question's kind
    for name, value in _flat(given).items():
        if name not in questions:
            raise UnknownFacts(f'There is no fact "{name}".{_nearest(name, questions)}')
        if not _is_left_out(questions[name], value):
            values[name] = _read(questions[name], value)
    return Facts(**values)


def _is_left_out(question: Question, value: object) -> bool:
    """Tell whether nothing is said: null, or the table's own word for a missing answer."""
    if value is None or question.kind in (Kind.DAY, Kind.SOME_OF):
        return value is None
    unsaid = {UNKNOWN} if question.kind is Kind.YES_NO else {UNKNOWN, _folded(question.left_out)}
    return _folded(value) in unsaid - {_folded(one) for one in question.values}


def _flat(given: Mapping[str, object]) -> dict[str, object]:
    flat = dict(given)
    grievance = flat.get("grievance")
    if isinstance(grievance, Mapping):
        del flat["grievance"]
        flat |= {f"grievance_{name}": value for name, value in grievance.items()}
    if flat.get("grievance") is None:
        if any(flat.get(f"grievance_{name}") is not None for name in ("answered_at", "result")):
            flat["grievance"] = "answered"
        elif flat.get("grievance_filed_at") is not None:
            flat["grievance"] = "filed"
    return flat


def _read(question: Question, value: object) -> object:
    match question.kind:
        case Kind.YES_NO:
            return _yes_or_no(question, value)
        case Kind.DAY:
            return _day(question, value)
        case Kind.SOME_OF:
            if not isinstance(value, list | tuple | frozenset):
                raise UnknownFacts(f'"{question.id}" is a list of words.')
            return frozenset(_word(question, one) for one in value)
        case Kind.ONE_OF:
            return _word(question, value)


def _word(question: Question, value: object) -> str:
    known = {_folded(one): one for one in question.values}
    try:
        return known[_folded(value)]
    except KeyError:
        near = _nearest(str(value), question.values)
        raise UnknownFacts(f'"{question.id}" cannot be "{value}".{near}') from None


def _folded(value: object) -> str:
    return str(value).strip().casefold().replace("_", "-").replace(" ", "-")


def _yes_or_no(question: Question, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in ("yes", "no"):
        return value.strip().casefold() == "yes"
    raise UnknownFacts(f'"{question.id}" is true or false, not "{value}".')


def _day(question: Question, value: object) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value)[:10] if isinstance(value, str) else "")
    except ValueError:
        raise UnknownFacts(f'"{question.id}" is a day like 2026-11-22, not "{value}".') from None


def _nearest(written: str, known: Iterable[str]) -> str:
    names = list(known)
    near = get_close_matches(written, names, n=3, cutoff=0.4)
    near = near or get_close_matches(written.upper(), names, n=3, cutoff=0.4)
    return f" Did you mean {' or '.join(near)}?" if near else f" Known: {', '.join(names)}."
