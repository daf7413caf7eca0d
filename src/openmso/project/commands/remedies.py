"""Says from the command line what a member can still do about a no: facts in, remedies out.

Needs neither a database nor settings. OPENMSO_TIME_ZONE names the office's zone when none is
given, OPENMSO_RULEBOOK_PATHS further folders of rules, separated by commas.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from openmso.casework.remedies.as_object import as_object, questions_as_objects
from openmso.casework.remedies.as_text import as_text, questions_as_text
from openmso.casework.remedies.facts import UnknownFacts, facts_from
from openmso.casework.remedies.router import route
from openmso.casework.remedies.table import default_table
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.errors import RulebookError
from openmso.standards.calendars import OfficeCalendar, UnknownTimeZone

HELP = "list what a member can do about a no, with last days, sources and warnings"
DEFAULT_TIME_ZONE = "America/Los_Angeles"
DONE, REFUSED = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options of `openmso remedies`."""
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--facts", metavar="FILE", help="the facts as a JSON object; - reads them")
    asked.add_argument("--questions", action="store_true", help="every input with its values")
    parser.add_argument(
        "--on", metavar="DATE", help="as of this day; else the facts' as_of or today"
    )
    parser.add_argument("--language", choices=("en", "es"), default="en")
    parser.add_argument("--time-zone", metavar="NAME", help=f"default {DEFAULT_TIME_ZONE}")
    parser.add_argument("--json", action="store_true", help="for programs")


def run(args: argparse.Namespace) -> int:
    """Answer on standard output and return 0; 2 with a sentence when it cannot be answered."""
    try:
        print(_questions(args) if args.questions else _remedies(args))
    except RulebookError as faults:
        print(faults, file=sys.stderr)
        return REFUSED
    except (UnknownFacts, UnknownTimeZone) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return DONE


def _questions(args: argparse.Namespace) -> str:
    questions = default_table().questions
    return _json(questions_as_objects(questions)) if args.json else questions_as_text(questions)


def _remedies(args: argparse.Namespace) -> str:
    given = _facts_of(args.facts)
    zone = args.time_zone or os.environ.get("OPENMSO_TIME_ZONE") or DEFAULT_TIME_ZONE
    office = OfficeCalendar.of(zone)
    as_of = _day(args.on or given.pop("as_of", None), office)
    given.pop("as_of", None)
    folders = os.environ.get("OPENMSO_RULEBOOK_PATHS", "").split(",")
    table = default_table()
    routed = route(
        facts_from(given, table.questions),
        as_of=as_of,
        book=default_rulebook(tuple(folder for folder in folders if folder)),
        office=office,
        table=table,
    )
    return _json(as_object(routed, args.language)) if args.json else as_text(routed, args.language)


def _facts_of(file: str) -> dict[str, object]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        facts = json.loads(text)
    except (OSError, UnicodeDecodeError) as fault:
        raise UnknownFacts(f'The file "{file}" cannot be read: {fault}.') from None
    except (ValueError, RecursionError) as fault:
        raise UnknownFacts(f'"{file}" is not JSON: {fault}.') from None
    if not isinstance(facts, Mapping):
        raise UnknownFacts('Facts are a JSON object such as {"coverage": "KK-COMMERCIAL"}.')
    return dict(facts)


def _day(written: object, office: OfficeCalendar) -> date:
    if written is None:
        return office.local(datetime.now(UTC)).date()
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        raise UnknownFacts(f'"{written}" is not a day (write e.g. 2026-11-22).') from None


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
