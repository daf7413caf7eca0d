"""The router's answer as JSON values, for the command and for other programs."""

from collections.abc import Mapping
from datetime import date

from .answer import Remedy, Routed, Said
from .case import Case
from .papers import Owed
from .review import qualifying_event
from .router import REVIEW, track_of
from .rows import Question
from .states import State


def as_object(routed: Routed, language: str = "en") -> dict[str, object]:
    """Return the whole answer; days are ISO days, texts stand in `language`."""
    return {
        "as_of": routed.as_of.isoformat(),
        "facts": routed.case.facts.as_values(),
        "remedies": remedies_as_objects(routed, language),
        "prediction": _prediction(routed, language),
        "decided_by": decided_by(routed.case),
    }


def remedies_as_objects(routed: Routed, language: str = "en") -> list[dict[str, object]]:
    """Return the remedies alone, in the order to read them."""
    return [_remedy(remedy, routed.case, language) for remedy in routed.remedies]


def decided_by(case: Case) -> list[str]:
    """Return the ids of the rows that decided, coverage first."""
    return [row.id for row in (case.coverage, case.dispute) if row is not None]


def questions_as_objects(questions: Mapping[str, Question]) -> list[dict[str, object]]:
    """Return every input with its kind and its values."""
    return [_question(question) for question in questions.values()]


def _remedy(remedy: Remedy, case: Case, language: str) -> dict[str, object]:
    row = remedy.row
    return {
        "key": remedy.key,
        "name": row.name.in_language(language),
        "about": row.says.in_language(language),
        "state": remedy.state.value,
        "why": _text(remedy.why, language),
        "opens_on": _iso(remedy.opens_on),
        "last_day": _iso(remedy.last_day),
        "about_the_last_day": _text(remedy.about_the_day, language),
        "working": list(remedy.working),
        "rule": remedy.rule.id if remedy.rule else None,
        "citation": remedy.citation,
        "verified": remedy.verified,
        "answer_rule": remedy.answered_within.id if remedy.answered_within else None,
        "answer_within": str(remedy.answered_within.value) if remedy.answered_within else None,
        "cost": case.table.words["cost"].in_language(language).casefold(),
        "who_decides": row.who.in_language(language),
        "ask_anyway": _text(remedy.ask, language),
        "warnings": [_text(warning, language) for warning in remedy.warnings],
        "missing_documents": [
            {
                "key": key,
                "text": case.table.papers[key].says.in_language(language),
                "owed_by": case.table.papers[key].owed_by.value,
            }
            for key in remedy.missing_documents
        ],
        "owed_documents": [_owed(one, language) for one in remedy.owed],
        "track": remedy.track,
        "row": row.id,
    }


def _owed(owed: Owed, language: str) -> dict[str, object]:
    return {
        "key": owed.paper.id,
        "text": owed.paper.says.in_language(language),
        "owed_by": owed.paper.owed_by.value,
        "rule": owed.rule.id if owed.rule else None,
        "send_within": str(owed.rule.value) if owed.rule else None,
    }


def _prediction(routed: Routed, language: str) -> dict[str, object]:
    case = routed.case
    row, review = case.deciding, routed.named(REVIEW)
    event = qualifying_event(case)
    return {
        "about": REVIEW,
        "answer": row.prediction.value,
        "why": case.table.words[row.why].in_language(language),
        "human_review": any(one.human_review for one in (case.coverage, row))
        or case.coverage.everything_to_a_person,
        "open_point": row.open_point or None,
        "earliest_day": _iso(_earliest_day(routed)),
        "qualifying_event": _iso(event),
        "last_day": _iso(review.last_day) if review else None,
        "grievance_needed": row.grievance_needed,
        "missing_documents": list(review.missing_documents) if review else [],
        "track": track_of(case, REVIEW),
        "parallel": [
            remedy.key
            for remedy in routed.remedies
            if remedy.key != REVIEW and remedy.state in (State.OPEN, State.NOT_YET)
        ],
        "final_judge": case.table.final_judge,
        "source": row.source,
        "verified": row.verified,
    }


def _earliest_day(routed: Routed) -> date | None:
    """Return the first day to apply: today where asking is worth it although nobody can be sure."""
    review = routed.named(REVIEW)
    if review is None:
        return None
    return routed.as_of if review.state is State.PREDICTED else review.opens_on


def _question(question: Question) -> dict[str, object]:
    return {
        "name": question.id,
        "kind": question.kind.value,
        "asks": question.asks.en,
        "help": question.help.en if question.help else None,
        "values": {value: words.en for value, words in question.values.items()},
        "left_out": question.left_out,
    }


def _text(said: Said | None, language: str) -> str | None:
    if said is None:
        return None
    days = {name: day.isoformat() for name, day in said.days.items()}
    return said.words.in_language(language, **days)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
