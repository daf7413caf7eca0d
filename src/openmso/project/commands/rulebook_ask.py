"""`openmso rulebook ask QUESTION`: every clock of a duty, which one governs, and why."""

import argparse
from datetime import datetime

from openmso.project.commands.rulebook_answers import (
    NotUnderstood,
    moment_in,
    office_of,
    print_json,
)
from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import Clock, on_retyping, running_clocks
from openmso.rulebook.deadlines import Moments
from openmso.rulebook.vocabulary import MOMENTS, LimitIs
from openmso.standards.calendars import OfficeCalendar


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe `ask QUESTION`."""
    parser.add_argument("question", metavar="QUESTION", help="such as prior_auth/decision_due")
    parser.add_argument(
        "--fact", metavar="NAME=VALUE", action="append", default=[], help="may be given again"
    )
    parser.add_argument(
        "--at",
        metavar="MOMENT=TIME",
        action="append",
        required=True,
        help="request_received=2026-11-20T17:45; again for every moment and every receipt",
    )
    parser.add_argument("--extended", action="store_true", help="with the extension taken")
    parser.add_argument(
        "--retyped", metavar="TIME", help="when the case was found to be of this kind"
    )


def ask(args: argparse.Namespace, book: Rulebook) -> None:
    """Print all clocks, the governing one first."""
    office, facts, moments = office_of(args), _facts(args.fact), _moments(args.at)
    clocks = running_clocks(
        book, args.question, facts=facts, moments=moments, office=office, extended=args.extended
    )
    if not clocks:
        raise NotUnderstood(f'nothing answers "{args.question}" for these facts and moments')
    remark = _remark(clocks[0], args.retyped, office)
    if args.json:
        print_json([_as_object(clock, office) for clock in clocks])
    else:
        print(*_as_text(clocks), *remark, sep="\n")


def _as_text(clocks: tuple[Clock, ...]) -> list[str]:
    lines = []
    for clock in clocks:
        rule = clock.rule
        lines.append(f"{rule.id} ({rule.authority}; {rule.citation}) {_why(clock)}")
        lines += [f"  {line}" for line in clock.due.working]
    return lines


def _why(clock: Clock) -> str:
    if clock.governs:
        return "governs: the earliest"
    if clock.due.due_at is None:
        return "has no due time"
    if clock.rule.limit_is is not LimitIs.DEADLINE:
        return "is no deadline"
    return "does not govern: another is earlier"


def _remark(first: Clock, retyped: str | None, office: OfficeCalendar) -> tuple[str, ...]:
    return on_retyping(first, moment_in(retyped), office) if retyped else ()


def _as_object(clock: Clock, office: OfficeCalendar) -> dict[str, object]:
    due_at = clock.due.due_at
    return {
        "rule": clock.rule.id,
        "authority": clock.rule.authority.value,
        "citation": clock.rule.citation,
        "starts_at": clock.rule.starts_at,
        "started": office.local(clock.started_at).isoformat(),
        "due": office.local(due_at).isoformat() if due_at else None,
        "governs": clock.governs,
        "working": list(clock.due.working),
    }


def _facts(given: list[str]) -> dict[str, str | bool]:
    known = {"true": True, "false": False}
    return {name: known.get(value, value) for name, value in map(_pair, given)}


def _moments(given: list[str]) -> Moments:
    found: dict[str, tuple[datetime, ...]] = {}
    for name, value in map(_pair, given):
        if name not in MOMENTS:
            raise NotUnderstood(f'there is no moment "{name}" (known: {", ".join(MOMENTS)})')
        found[name] = (*found.get(name, ()), moment_in(value))
    return found


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise NotUnderstood(f'not a name and a value: "{text}" (write e.g. urgency=standard)')
    return name, value
