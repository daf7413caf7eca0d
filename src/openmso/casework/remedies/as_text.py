"""The router's answer as lines of text, for a person at a shell."""

from collections.abc import Mapping

from .answer import Routed
from .as_object import decided_by, remedies_as_objects
from .rows import Question

_STATES = {
    "open": "OPEN",
    "not_yet": "NOT YET",
    "closed": "CLOSED",
    "predicted": "PERHAPS",
    "person": "A PERSON DECIDES",
}


def as_text(routed: Routed, language: str = "en") -> str:
    """Return every remedy as a short paragraph, then which rows of the table decided."""
    remedies = remedies_as_objects(routed, language)
    paragraphs = ["\n".join(_lines(remedy)) for remedy in remedies]
    rows = ", ".join(decided_by(routed.case))
    return "\n\n".join([f"As of {routed.as_of}", *paragraphs, f"Decided by the rows {rows}."])


def questions_as_text(questions: Mapping[str, Question]) -> str:
    """Return every input with what it may be."""
    lines = []
    for question in questions.values():
        lines.append(f"{question.id} ({question.kind}): {question.asks.en}")
        lines += [f"    {value:22} {words.en}" for value, words in question.values.items()]
    return "\n".join(lines)


def _lines(remedy: Mapping[str, object]) -> list[str]:
    lines = [
        f"{remedy['name']}: {_STATES[str(remedy['state'])]}",
        f"  {remedy['why']}",
        f"  decides: {remedy['who_decides']}; costs: {remedy['cost']}",
    ]
    if remedy["opens_on"]:
        lines.append(f"  opens: {remedy['opens_on']}")
    if remedy["last_day"]:
        lines.append(f"  last day: {remedy['last_day']}")
    lines += [f"    {line}" for line in _listed(remedy["working"])]
    rule = f"{remedy['rule']}, " if remedy["rule"] else ""
    lines.append(f"  source: {rule}{remedy['citation']} ({remedy['verified']})")
    if remedy["ask_anyway"]:
        lines.append(f"  {remedy['ask_anyway']}")
    return lines + [f"  mind: {warning}" for warning in _listed(remedy["warnings"])]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
