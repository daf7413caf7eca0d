"""A rule as an object for programs and as a paragraph for people."""

from datetime import date, timedelta

from openmso.rulebook.answers import Answer
from openmso.standards.calendars import Span


def as_object(rule: Answer, *, on: date) -> dict[str, object]:
    """Return the rule as JSON values; `in_force` is told for the day `on`.

    `until` is the first day no longer in force, `last_day` the last day in force. `value` is
    None when the limit has no arithmetic, and `unit` then holds the limit's word.
    """
    counted = isinstance(rule.value, Span)
    return {
        "id": rule.id,
        "citation": rule.citation,
        "question": rule.question,
        "authority": rule.authority.value,
        "line_of_business": list(rule.line_of_business),
        "process": rule.process,
        "urgency": rule.urgency,
        "facts": {name: list(values) for name, values in rule.facts.items()},
        "from": _iso(rule.from_on),
        "until": _iso(rule.until_on),
        "last_day": _iso(_last_day(rule)),
        "in_force": rule.in_force(on),
        "event": rule.event,
        "starts_at": rule.starts_at,
        "value": rule.value.count if isinstance(rule.value, Span) else None,
        "unit": rule.value.unit.value if isinstance(rule.value, Span) else rule.value.value,
        "has_arithmetic": counted,
        "extension": rule.extension.count if rule.extension else None,
        "extension_unit": rule.extension.unit.value if rule.extension else None,
        "extension_grounds": [ground.value for ground in rule.extension_grounds],
        "action": rule.action,
        "recipient": rule.recipient,
        "consequence": rule.consequence.value if rule.consequence else None,
        "note": rule.note,
        "verified": rule.check_mark,
        "checked_on": rule.checked_on.isoformat(),
    }


def as_paragraph(rule: Answer, *, question: str, on: date) -> str:
    """Return everything about the rule in lines of text."""
    extension = f", may be extended by {rule.extension}" if rule.extension else ""
    since = f"from {rule.from_on}" if rule.from_on else "for a long time"
    until = f" to {_last_day(rule)}" if rule.until_on else ""
    lines = [
        rule.id,
        question,
        f"  {rule.value}{extension}",
        f"  starts: {rule.event}",
        f"  owed: {rule.action}" + (f" (to: {rule.recipient})" if rule.recipient else ""),
        f"  for: {', '.join(rule.line_of_business) or 'everybody'}; urgency: {rule.urgency}",
        f"  in force {since}{until}" + ("" if rule.in_force(on) else f", not on {on}"),
        f"  source: {rule.citation} ({rule.authority})",
        f"  verified: {rule.verified.meaning}; checked on {rule.checked_on}",
    ]
    return "\n".join([*lines, f"  note: {rule.note}"] if rule.note else lines)


def _last_day(rule: Answer) -> date | None:
    return rule.until_on - timedelta(days=1) if rule.until_on else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
