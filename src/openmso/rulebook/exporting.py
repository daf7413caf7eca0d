"""The whole rulebook for others to use: CSV, JSON, and the JSON Schema that describes it."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.facts import FACTS
from openmso.rulebook.texts import as_object
from openmso.rulebook.vocabulary import (
    MOMENTS,
    Authority,
    CheckMark,
    Consequence,
    ExtensionGround,
    LimitIs,
)
from openmso.standards.calendars import LimitInWords, PointOfDay, Unit
from openmso.standards.calendars.rates import UNIT as RATE_UNIT

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]


def as_json(book: Rulebook) -> str:
    """Return every rule and question as one JSON object, described by `schema`."""
    whole = {
        "edition": book.edition,
        "questions": [
            {"name": name, "question": text} for name, text in sorted(book.questions.items())
        ],
        "facts": {name: fact.meaning for name, fact in FACTS.items()},
        "rules": [_exported(rule, book) for rule in _sorted(book)],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def as_csv(book: Rulebook) -> str:
    """Return every rule as a line of CSV; lists are joined by "; ", facts written as JSON."""
    rows = [_exported(rule, book) for rule in _sorted(book)]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def schema() -> Schema:
    """Return the JSON Schema of `as_json`."""
    return {
        "$schema": SCHEMA_DIALECT,
        "title": "Rules of managed care: dated answers with their sources",
        "type": "object",
        "required": ["edition", "questions", "facts", "rules"],
        "additionalProperties": False,
        "properties": {
            "edition": {"type": "string", "description": "changes with every change of a rule"},
            "questions": {
                "type": "array",
                "items": _closed({"name": _TEXT, "question": _TEXT}),
            },
            "facts": {"type": "object", "additionalProperties": _TEXT},
            "rules": {"type": "array", "items": _closed(_rule_schema())},
        },
    }


_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_MAYBE_NUMBER: Schema = {"type": ["integer", "null"], "minimum": 0}
_TEXTS: Schema = {"type": "array", "items": _TEXT}


def _rule_schema() -> dict[str, Schema]:
    units: list[object] = [*Unit, *LimitInWords, *PointOfDay, RATE_UNIT]
    return {
        "id": _TEXT,
        "citation": _TEXT | {"minLength": 1},
        "question": _TEXT,
        "question_in_words": _TEXT,
        "also_answers": _TEXTS,
        "authority": _one_of(Authority),
        "line_of_business": _TEXTS,
        "process": _TEXT,
        "urgency": _TEXT,
        "facts": {
            "type": "object",
            "propertyNames": _one_of(FACTS),
            "additionalProperties": {"type": "array", "items": {"type": ["string", "boolean"]}},
        },
        "from": _DAY | {"description": "first day in force; null: for a long time"},
        "until": _DAY | {"description": "first day no longer in force; null: open"},
        "last_day": _DAY | {"description": "last day in force; null: open"},
        "event": _TEXT,
        "starts_at": _one_of(MOMENTS),
        "met_by": _one_of([*MOMENTS, None]),
        "value": _MAYBE_NUMBER | {"description": "null: the limit is stated in words"},
        "unit": _one_of(units),
        "limit": _TEXT,
        "limit_is": _one_of(LimitIs),
        "has_arithmetic": {"type": "boolean"},
        "extension": _MAYBE_NUMBER,
        "extension_unit": _one_of([*Unit, None]),
        "extension_grounds": {"type": "array", "items": _one_of(ExtensionGround)},
        "receipt_presumed_after": _MAYBE_TEXT,
        "value_from_proven_receipt": _MAYBE_TEXT,
        "or_later": _one_of([*MOMENTS, None]),
        "may_pause": _MAYBE_TEXT,
        "pause_grounds": _TEXT,
        "action": _TEXT,
        "recipient": _TEXT,
        "consequence": _one_of([*Consequence, None]),
        "gives_way_to": _TEXTS,
        "note": _TEXT,
        "verified": _TEXT | {"pattern": f"^({'|'.join(CheckMark)})(:.+)?$"},
        "checked_on": {"type": "string", "format": "date"},
    }


def _exported(rule: Answer, book: Rulebook) -> dict[str, object]:
    known = as_object(rule, on=rule.checked_on)
    known |= {
        "question_in_words": book.questions[rule.question],
        "also_answers": list(rule.also_answers),
        "met_by": rule.met_by,
        "gives_way_to": list(rule.gives_way_to),
    }
    return {name: known[name] for name in _rule_schema()}


def _sorted(book: Rulebook) -> list[Answer]:
    return sorted(
        book.answers.values(), key=lambda rule: (rule.question, rule.from_on or date.min, rule.id)
    )


def _closed(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _one_of(values: Iterable[object]) -> Schema:
    return {"enum": [value.value if isinstance(value, StrEnum) else value for value in values]}


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value
