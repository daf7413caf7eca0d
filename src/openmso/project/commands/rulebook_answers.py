"""`openmso rulebook due|list|show`: what the rulebook answers about one rule, or about them all."""

import argparse
import json
import os
from datetime import UTC, date, datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.circumstances import Circumstances, Pause
from openmso.rulebook.texts import as_object, as_paragraph
from openmso.rulebook.worked import Happened, work_out
from openmso.standards.calendars import OfficeCalendar

DEFAULT_TIME_ZONE = "America/Los_Angeles"


class NotUnderstood(ValueError):
    """An option holds something that cannot be meant."""


def due(args: argparse.Namespace, book: Rulebook) -> None:
    """Print when a rule must be met, and the arithmetic."""
    rule, office = book.rule(args.rule), office_of(args)
    found = work_out(rule, _happened(args, rule), book, office)
    until = found.due_at and office.local(found.due_at).isoformat()
    if args.json:
        print_json(
            {"rule": rule.id, "due": until, "citation": rule.citation, "working": found.working}
        )
    else:
        print(rule.id, f"({rule.citation}; {rule.verified.meaning}, {rule.checked_on})")
        print(*(f"  {line}" for line in found.working), sep="\n")


def list_rules(args: argparse.Namespace, book: Rulebook) -> None:
    """Print the rules in force on a day, one a line."""
    day = day_in(args.on) if args.on else today(args)
    wanted = args.line_of_business
    if wanted and wanted.upper() not in (known := _lines_of_business(book)):
        raise NotUnderstood(f'there is no line of business "{wanted}" (known: {", ".join(known)})')
    rules = [
        rule
        for rule in book.answers.values()
        if (args.all or rule.in_force(day))
        and (not wanted or wanted.upper() in rule.line_of_business)
    ]
    if args.json:
        print_json([as_object(rule, on=day) for rule in rules])
    else:
        for rule in rules:
            print(f"{rule.id:24} {rule.value!s:32} {rule.citation}")


def show(args: argparse.Namespace, book: Rulebook) -> None:
    """Print everything about one rule."""
    rule = book.rule(args.rule)
    if args.json:
        print_json(as_object(rule, on=today(args)))
    else:
        print(as_paragraph(rule, question=book.questions[rule.question], on=today(args)))


def office_of(args: argparse.Namespace) -> OfficeCalendar:
    """Return the calendar of the zone that the options or the environment name."""
    zone = args.time_zone or os.environ.get("OPENMSO_TIME_ZONE") or DEFAULT_TIME_ZONE
    return OfficeCalendar.of(zone)


def today(args: argparse.Namespace) -> date:
    """Return the day it is in that office."""
    return datetime.now(UTC).astimezone(office_of(args).time_zone).date()


def day_in(text: str) -> date:
    """Read a day; raise NotUnderstood with the way to write it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(f'not a day: "{text}" (write e.g. 2026-11-20)') from None


def moment_in(text: str) -> datetime:
    """Read a date and time; raise NotUnderstood with the way to write it."""
    try:
        if len(text) > len("2026-11-20"):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise NotUnderstood(
        f'not a date and time: "{text}" (write e.g. 2026-11-20T17:45 for office time,'
        " or 2026-11-20T17:45:00-08:00)"
    )


def print_json(value: object) -> None:
    """Print for programs."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def _happened(args: argparse.Namespace, rule: Answer) -> Happened:
    if args.notice_dated is None and args.at is None:
        raise NotUnderstood("say when the clock started, with --at or --notice-dated")
    if args.notice_dated is not None and args.at is not None:
        raise NotUnderstood("--at and --notice-dated both say when the clock started")
    if args.notice_dated is not None and rule.receipt_presumed_after is None:
        raise NotUnderstood(f"{rule.id} presumes no receipt: say when it was received, with --at")
    return Happened(
        at=moment_in(args.at) if args.at is not None else None,
        notice_dated=day_in(args.notice_dated) if args.notice_dated is not None else None,
        besides=_circumstances(args),
        extended=args.extended,
    )


def _circumstances(args: argparse.Namespace) -> Circumstances:
    return Circumstances(
        receipt_proven_at=moment_in(args.received) if args.received else None,
        later_moment=moment_in(args.or_later) if args.or_later else None,
        pauses=tuple(_pause(text) for text in args.paused or ()),
    )


def _pause(text: str) -> Pause:
    began, _, ended = text.partition("/")
    try:
        return Pause(moment_in(began), moment_in(ended))
    except (TypeError, ValueError):
        raise NotUnderstood(
            f'not a time of standing still: "{text}" (write e.g. 2026-11-20T09:00/2026-12-01T09:00)'
        ) from None


def _lines_of_business(book: Rulebook) -> list[str]:
    return sorted({line for rule in book.answers.values() for line in rule.line_of_business})
