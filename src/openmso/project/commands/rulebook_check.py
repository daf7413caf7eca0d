"""`openmso rulebook check`: faults, gaps over the years, and rules that nobody checked lately."""

import argparse
from dataclasses import asdict

from openmso.project.commands.rulebook_answers import day_in, print_json, today
from openmso.rulebook.book import Rulebook
from openmso.rulebook.completeness import YEARS, completeness, old_checks
from openmso.rulebook.gaps import Gap


def check(args: argparse.Namespace, book: Rulebook) -> bool:
    """Print what was found and tell whether every question is answered over the years.

    Questions that the law leaves open, and old checks, are named and are no fault.
    """
    on = day_in(args.on) if args.on else today(args)
    found, old = completeness(book), old_checks(book, on)
    counts = {
        "rules": len(book.answers),
        "questions": len(book.questions),
        "edition": book.edition,
    }
    if args.json:
        print_json(
            {
                **counts,
                "gaps": [_as_object(gap) for gap in found.gaps],
                "left_open": [_as_object(gap) for gap in found.left_open],
                "checked_long_ago": [
                    {"rule": rule.id, "checked_on": rule.checked_on.isoformat()} for rule in old
                ],
            }
        )
        return not found.gaps
    print("no faults:", ", ".join(f"{value} {name}" for name, value in counts.items()))
    _print_section(f"gaps from {YEARS[0]} to {YEARS[-1]}", [str(gap) for gap in found.gaps])
    _print_section("left open, without a reason", _by_question(found.left_open))
    _print_section(
        f"checked more than a year before {on}",
        [f"{rule.id} on {rule.checked_on}" for rule in old],
    )
    return not found.gaps


def _by_question(left_open: tuple[Gap, ...]) -> list[str]:
    lines: dict[str, list[str]] = {}
    for gap in left_open:
        lines.setdefault(gap.question, []).append(gap.line_of_business)
    return [f"{question}: nobody answers for {', '.join(who)}" for question, who in lines.items()]


def _print_section(title: str, lines: list[str]) -> None:
    print(f"{title}: {len(lines) or 'none'}")
    for line in lines:
        print(f"  {line}")


def _as_object(gap: Gap) -> dict[str, object]:
    known = asdict(gap)
    return known | {
        "first_on": gap.first_on.isoformat(),
        "last_on": gap.last_on.isoformat(),
    }
