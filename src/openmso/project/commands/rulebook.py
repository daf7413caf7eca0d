"""Asks the rulebook from the command line: due times with their arithmetic, rules, checks.

Needs neither a database nor settings. OPENMSO_TIME_ZONE names the office's zone when none is
given, OPENMSO_RULEBOOK_PATHS further folders of rules, separated by commas.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook, default_rulebook
from openmso.rulebook.deadlines import compute_due
from openmso.rulebook.errors import NotExtendable, RulebookError, UnknownRule
from openmso.rulebook.texts import as_object, as_paragraph
from openmso.standards.calendars import HolidaysUnknown, OfficeCalendar, UnknownTimeZone
from openmso.standards.calendars.counting import DateOutOfReach
from openmso.standards.calendars.workings import day_in_full

HELP = "show the rules in force and compute due times, each with its source and arithmetic"
DEFAULT_TIME_ZONE = "America/Los_Angeles"
DONE, FAULTS, REFUSED = 0, 1, 2


class NotUnderstood(ValueError):
    """An option holds something that cannot be meant."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options of `openmso rulebook`."""
    asks = parser.add_subparsers(dest="ask", required=True, metavar="due|list|show|check")
    due = asks.add_parser("due", help="when a rule must be met, and why")
    due.add_argument("rule", metavar="RULE_ID")
    due.add_argument("--at", required=True, help="when the clock started; no offset: office time")
    due.add_argument("--extended", action="store_true", help="with the extension the rule allows")
    rules = asks.add_parser("list", help="the rules in force today, or on another day")
    days = rules.add_mutually_exclusive_group()
    days.add_argument("--all", action="store_true", help="past and coming rules too")
    days.add_argument("--on", metavar="DATE", help="the rules in force on that day")
    rules.add_argument("--line-of-business", metavar="NAME", help="MA, MEDI-CAL, KK, AZ-COMM")
    show = asks.add_parser("show", help="everything about one rule")
    show.add_argument("rule", metavar="RULE_ID")
    check = asks.add_parser("check", help="look for faults in the files of rules")
    for ask in (due, rules, show):
        ask.add_argument("--time-zone", metavar="NAME", help=f"default {DEFAULT_TIME_ZONE}")
    for ask in (due, rules, show, check):
        ask.add_argument("--json", action="store_true", help="for programs")


def run(args: argparse.Namespace) -> int:
    """Answer on standard output and return 0; 2 with a sentence when it cannot be answered.

    `check` returns 1 when it finds faults.
    """
    asks: dict[str, Callable[[argparse.Namespace, Rulebook], None]] = {
        "due": _due,
        "list": _list,
        "show": _show,
        "check": _check,
    }
    try:
        folders = os.environ.get("OPENMSO_RULEBOOK_PATHS", "").split(",")
        asks[args.ask](args, default_rulebook(tuple(folder for folder in folders if folder)))
    except RulebookError as fault:
        print(fault, file=sys.stderr)
        return FAULTS if args.ask == "check" else REFUSED
    except (
        DateOutOfReach,
        HolidaysUnknown,
        NotExtendable,
        NotUnderstood,
        UnknownRule,
        UnknownTimeZone,
    ) as refusal:
        print(_sentence(refusal), file=sys.stderr)
        return REFUSED
    return DONE


def _due(args: argparse.Namespace, book: Rulebook) -> None:
    rule = book.rule(args.rule)
    office = _office(args)
    start = _moment(args.at)
    try:
        day = office.local(start).date()
    except OverflowError:
        raise DateOutOfReach(f"{args.at} is outside the calendar") from None
    due = compute_due(rule, start, office, args.extended)
    lines = [*due.working, *_if_not_in_force(rule, book, day)]
    until = due.due_at and office.local(due.due_at).isoformat()
    if args.json:
        _print_json({"rule": rule.id, "due": until, "citation": rule.citation, "working": lines})
    else:
        print(rule.id, f"({rule.citation}; {rule.verified.meaning}, {rule.checked_on})")
        print(*(f"  {line}" for line in lines), sep="\n")


def _if_not_in_force(rule: Answer, book: Rulebook, day: date) -> list[str]:
    if rule.in_force(day):
        return []
    others = " or ".join(other.id for other in book.in_its_place(rule, day))
    return [
        f"This rule was not in force on {day_in_full(day)};"
        f" {f'{others} is' if others else 'no other rule stands in its place'}"
    ]


def _list(args: argparse.Namespace, book: Rulebook) -> None:
    day = _day(args.on) if args.on else datetime.now(UTC).astimezone(_office(args).time_zone).date()
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
        _print_json([as_object(rule, on=day) for rule in rules])
    else:
        for rule in rules:
            print(f"{rule.id:24} {rule.value!s:32} {rule.citation}")


def _show(args: argparse.Namespace, book: Rulebook) -> None:
    rule = book.rule(args.rule)
    today = datetime.now(UTC).astimezone(_office(args).time_zone).date()
    if args.json:
        _print_json(as_object(rule, on=today))
    else:
        print(as_paragraph(rule, question=book.questions[rule.question], on=today))


def _check(args: argparse.Namespace, book: Rulebook) -> None:
    counts = {
        "rules": len(book.answers),
        "questions": len(book.questions),
        "edition": book.edition,
    }
    if args.json:
        _print_json(counts)
    else:
        print("no faults:", ", ".join(f"{value} {name}" for name, value in counts.items()))


def _office(args: argparse.Namespace) -> OfficeCalendar:
    zone = args.time_zone or os.environ.get("OPENMSO_TIME_ZONE") or DEFAULT_TIME_ZONE
    return OfficeCalendar.of(zone)


def _moment(text: str) -> datetime:
    try:
        if len(text) > len("2026-11-20"):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise NotUnderstood(
        f'not a date and time: "{text}" (write e.g. 2026-11-20T17:45 for office time,'
        " or 2026-11-20T17:45:00-08:00)"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(f'not a day: "{text}" (write e.g. 2026-11-20)') from None


def _lines_of_business(book: Rulebook) -> list[str]:
    return sorted({line for rule in book.answers.values() for line in rule.line_of_business})


def _sentence(refusal: Exception) -> str:
    text = str(refusal.args[0])
    return f"{text[:1].upper()}{text[1:]}."


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))
