"""A rule as an object for programs and as a paragraph for people."""

from datetime import date, timedelta

from openmso.rulebook.answers import Answer
from openmso.rulebook.vocabulary import MOMENTS, LimitIs
from openmso.standards.calendars import Rate, Span
from openmso.standards.calendars.rates import UNIT as RATE_UNIT


def as_object(rule: Answer, *, on: date) -> dict[str, object]:
    """Return the rule as JSON values; `in_force` is told for the day `on`.

    `until` is the first day no longer in force, `last_day` the last day in force. `value` is
    None when the limit is stated in words, and `unit` then holds them.
    """
    value, unit = number_and_unit(rule)
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
        "value": value,
        "unit": unit,
        "limit": str(rule.value),
        "limit_is": rule.limit_is.value,
        "has_arithmetic": rule.has_arithmetic,
        "extension": rule.extension.count if rule.extension else None,
        "extension_unit": rule.extension.unit.value if rule.extension else None,
        "extension_grounds": [ground.value for ground in rule.extension_grounds],
        "receipt_presumed_after": _written(rule.receipt_presumed_after),
        "value_from_proven_receipt": _written(rule.value_from_proven_receipt),
        "or_later": rule.or_later,
        "may_pause": _written(rule.may_pause),
        "pause_grounds": rule.pause_grounds,
        "action": rule.action,
        "recipient": rule.recipient,
        "consequence": rule.consequence.value if rule.consequence else None,
        "note": rule.note,
        "verified": rule.check_mark,
        "checked_on": rule.checked_on.isoformat(),
    }


def number_and_unit(rule: Answer) -> tuple[int | None, str]:
    """Return the limit's number and unit; a limit in words has no number, its unit is its word."""
    if isinstance(rule.value, Span):
        return rule.value.count, rule.value.unit.value
    if isinstance(rule.value, Rate):
        return rule.value.percent, RATE_UNIT
    return None, rule.value.value


def as_paragraph(rule: Answer, *, question: str, on: date) -> str:
    """Return everything about the rule in lines of text."""
    extension = f", may be extended by {rule.extension}" if rule.extension else ""
    since = f"from {rule.from_on}" if rule.from_on else "for a long time"
    until = f" to {_last_day(rule)}" if rule.until_on else ""
    lines = [
        rule.id,
        question,
        f"  {rule.value}{extension}",
        *(f"  {line}" for line in conditions(rule)),
        f"  starts: {rule.event}",
        f"  owed: {rule.action}" + (f" (to: {rule.recipient})" if rule.recipient else ""),
        f"  for: {', '.join(rule.line_of_business) or 'everybody'}; urgency: {rule.urgency}",
        f"  in force {since}{until}" + ("" if rule.in_force(on) else f", not on {on}"),
        f"  source: {rule.citation} ({rule.authority})",
        f"  verified: {rule.verified.meaning}; checked on {rule.checked_on}",
    ]
    return "\n".join([*lines, f"  note: {rule.note}"] if rule.note else lines)


def conditions(rule: Answer) -> list[str]:
    """Return what else bears on the count, a sentence each; empty for most rules."""
    lines = []
    if rule.limit_is is not LimitIs.DEADLINE:
        lines.append(f"the end of this time is no due time; it means: {rule.limit_is.ends.lower()}")
    if rule.receipt_presumed_after:
        lines.append(
            f"receipt is presumed {rule.receipt_presumed_after} after the date of the notice,"
            " unless later receipt is proven"
        )
    if rule.value_from_proven_receipt:
        lines.append(f"from a proven later receipt: {rule.value_from_proven_receipt}")
    if rule.or_later:
        lines.append(f"never ends before the end of this day: {MOMENTS[rule.or_later].lower()}")
    if rule.may_pause:
        lines.append(f"may stand still for up to {rule.may_pause}: {rule.pause_grounds}")
    return lines


def _written(span: Span | None) -> str | None:
    return str(span) if span else None


def _last_day(rule: Answer) -> date | None:
    return rule.until_on - timedelta(days=1) if rule.until_on else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
