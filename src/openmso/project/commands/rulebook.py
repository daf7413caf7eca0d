"""Asks the rulebook from the command line: due times with their arithmetic, rules, checks, exports.

Needs neither a database nor settings, except to compare open cases (`what-if`). OPENMSO_TIME_ZONE
names the office's zone when none is given, OPENMSO_RULEBOOK_PATHS further folders of rules,
separated by commas.
"""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial

from openmso.project.commands import (
    rulebook_answers,
    rulebook_ask,
    rulebook_check,
    rulebook_notices,
    rulebook_what_if,
)
from openmso.project.commands.rulebook_answers import (
    DEFAULT_TIME_ZONE,
    NotUnderstood,
    print_json,
)
from openmso.rulebook import exporting
from openmso.rulebook.book import Rulebook, default_rulebook
from openmso.rulebook.errors import (
    ConflictingAnswers,
    NotExtendable,
    NotPausable,
    RulebookError,
    UnknownFact,
    UnknownQuestion,
    UnknownRule,
)
from openmso.rulebook.notice_book import load_notices
from openmso.standards.calendars import HolidaysUnknown, UnknownTimeZone
from openmso.standards.calendars.counting import DateOutOfReach

HELP = "show the rules in force and compute due times, each with its source and arithmetic"
DONE, FAULTS, REFUSED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options of `openmso rulebook`."""
    names = "due|ask|list|show|notices|check|export|what-if"
    asks = parser.add_subparsers(dest="ask", required=True, metavar=names)
    due = asks.add_parser("due", help="when a rule must be met, and why")
    _describe_due(due)
    ask_all = asks.add_parser("ask", help="all clocks of a duty, and which one governs")
    rulebook_ask.add_arguments(ask_all)
    rules = asks.add_parser("list", help="the rules in force today, or on another day")
    days = rules.add_mutually_exclusive_group()
    days.add_argument("--all", action="store_true", help="past and coming rules too")
    days.add_argument("--on", metavar="DATE", help="the rules in force on that day")
    rules.add_argument("--line-of-business", metavar="NAME", help="MA, MEDI-CAL, KK, AZ-COMM")
    show = asks.add_parser("show", help="everything about one rule")
    show.add_argument("rule", metavar="RULE_ID")
    notices = asks.add_parser("notices", help="who must be told what, on which event")
    rulebook_notices.add_arguments(notices)
    check = asks.add_parser("check", help="look for faults, gaps over the years and old checks")
    check.add_argument("--on", metavar="DATE", help="old by that day (default: today)")
    export = asks.add_parser("export", help="the whole rulebook, for others to use")
    export.add_argument("--format", choices=("csv", "json"), default="json", help="%(default)s")
    export.add_argument("--schema", action="store_true", help="the JSON Schema of the JSON instead")
    what_if = asks.add_parser("what-if", help="which open deadlines other rules would move")
    rulebook_what_if.add_arguments(what_if)
    for ask in (due, ask_all, rules, show, notices, check):
        ask.add_argument("--time-zone", metavar="NAME", help=f"default {DEFAULT_TIME_ZONE}")
    for ask in (due, ask_all, rules, show, notices, check, what_if):
        ask.add_argument("--json", action="store_true", help="for programs")


def _describe_due(due: argparse.ArgumentParser) -> None:
    due.add_argument("rule", metavar="RULE_ID")
    due.add_argument("--at", metavar="TIME", help="when the clock started; no offset: office time")
    due.add_argument("--extended", action="store_true", help="with the extension the rule allows")
    due.add_argument(
        "--notice-dated", metavar="DATE", help="instead of --at, where receipt is presumed"
    )
    due.add_argument("--received", metavar="TIME", help="proven later receipt of the notice")
    due.add_argument("--or-later", metavar="TIME", help="the other day on which the limit may end")
    due.add_argument(
        "--paused", metavar="FROM/TO", action="append", help="stood still (may be given again)"
    )


def run(args: argparse.Namespace) -> int:
    """Answer on standard output and return 0; 2 with a sentence when it cannot be answered.

    `check` returns 1 when it finds faults or gaps.
    """
    paths = tuple(
        folder for folder in os.environ.get("OPENMSO_RULEBOOK_PATHS", "").split(",") if folder
    )
    asks: dict[str, Callable[[argparse.Namespace, Rulebook], bool | None]] = {
        "due": rulebook_answers.due,
        "ask": rulebook_ask.ask,
        "list": rulebook_answers.list_rules,
        "show": rulebook_answers.show,
        "notices": partial(rulebook_notices.notices, paths=paths),
        "check": partial(_check, paths=paths),
        "export": _export,
    }
    try:
        if args.ask == "what-if":
            rulebook_what_if.what_if(args)
            return DONE
        return FAULTS if asks[args.ask](args, default_rulebook(paths)) is False else DONE
    except RulebookError as fault:
        print(fault, file=sys.stderr)
        return FAULTS if args.ask == "check" else REFUSED
    except (
        ConflictingAnswers,
        DateOutOfReach,
        HolidaysUnknown,
        NotExtendable,
        NotPausable,
        NotUnderstood,
        UnknownFact,
        UnknownQuestion,
        UnknownRule,
        UnknownTimeZone,
    ) as refusal:
        print(_sentence(refusal), file=sys.stderr)
        return REFUSED


def _check(args: argparse.Namespace, book: Rulebook, paths: tuple[str, ...]) -> bool:
    load_notices(book, paths)
    return rulebook_check.check(args, book)


def _export(args: argparse.Namespace, book: Rulebook) -> None:
    if args.schema:
        print_json(exporting.schema())
    else:
        write = {"csv": exporting.as_csv, "json": exporting.as_json}[args.format]
        sys.stdout.write(write(book))


def _sentence(refusal: Exception) -> str:
    text = str(refusal.args[0])
    return f"{text[:1].upper()}{text[1:]}."
