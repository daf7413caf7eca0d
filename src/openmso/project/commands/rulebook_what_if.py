"""`openmso rulebook what-if DIR`: which open deadlines would move under other rules.

Computes on the side, in a transaction that cannot write; stored deadlines stay as they are.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.commands.rulebook_answers import print_json
from openmso.rulebook.book import LAW, Rulebook, proposed_rulebook
from openmso.rulebook.changes import RuleChange, changes
from openmso.standards.calendars.workings import moment

if TYPE_CHECKING:
    from openmso.office.timeline.moved import Compared

SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many deadlines are open, which of them would move, and how many no one can recompute."""

    open: int
    moving: "list[Compared]"
    not_compared: dict[str, int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe `what-if DIR`."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds the changed files of rules")
    parser.add_argument(
        "--instead-of",
        type=Path,
        default=LAW,
        metavar="FOLDER",
        help="whose files they stand in for (default: the law that comes with the product)",
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")
    parser.add_argument(
        "--limit", type=int, default=SHOWN, help="deadlines shown (%(default)s); all are counted"
    )


def what_if(args: argparse.Namespace) -> None:
    """Print the changed rules and the deadlines that would move."""
    installation.enter(args.data_dir)
    from django.conf import settings

    from openmso.office import clock
    from openmso.office.law import rulebook

    book = rulebook()
    proposed = proposed_rulebook(args.folder, settings.RULEBOOK_PATHS, instead_of=args.instead_of)
    changed = changes(book, proposed)
    found = _compare(proposed)
    if args.json:
        print_json(_as_object(book, proposed, changed, found))
    else:
        print(_as_text(changed, found, now=clock.now(), limit=args.limit))


def _compare(proposed: Rulebook) -> Found:
    from django.db import connection, transaction

    from openmso.office.tenants.whose_rows import of_every_office
    from openmso.office.timeline.moved import (
        comparable_kinds,
        compare_open_deadlines,
        open_deadlines_by_kind,
    )

    kinds = comparable_kinds()
    with of_every_office("the law is the same for all of them"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        counts = open_deadlines_by_kind()
        moving = [
            each
            for kind, recompute in kinds.items()
            for each in compare_open_deadlines(kind, recompute, book=proposed)
            if each.moves
        ]
    moving.sort(key=lambda each: each.new_due_at or each.stored.due_at)
    return Found(
        open=sum(counts.values()),
        moving=moving,
        not_compared={kind: number for kind, number in counts.items() if kind not in kinds},
    )


def _as_text(changed: tuple[RuleChange, ...], found: Found, *, now: datetime, limit: int) -> str:
    moving = found.moving
    lines = [f"changed rules: {len(changed) or 'none'}", *(each.changelog_line for each in changed)]
    lines.append(f"open deadlines: {found.open}; would move: {len(moving) or 'none'}")
    if moving:
        lines.append(f"  {_count(moving, now)}")
    lines += [f"  {line}" for line in _moves(moving[:limit])]
    if len(moving) > limit:
        lines.append(f"  and {len(moving) - limit} more")
    lines += [f"not compared: {number} of {kind}" for kind, number in found.not_compared.items()]
    return "\n".join([*lines, "Nothing was changed: a stored deadline keeps its edition."])


def _count(moving: "list[Compared]", now: datetime) -> str:
    earlier = sum(1 for each in moving if each.new_due_at and each.new_due_at < each.stored.due_at)
    none = sum(1 for each in moving if each.new_due_at is None)
    over = sum(
        1 for each in moving if each.new_due_at and each.new_due_at < now <= each.stored.due_at
    )
    return (
        f"{earlier} earlier, {len(moving) - earlier - none} later, {none} without a due time;"
        f" {over} would be over already"
    )


def _moves(moving: "list[Compared]") -> Iterator[str]:
    from openmso.office.law import office_calendar

    for each in moving:
        office = office_calendar(each.stored.tenant_id)
        stored = moment(office.local(each.stored.due_at))
        new = (
            f"{moment(office.local(each.would_be.due_at))} ({each.would_be.rule_id})"
            if each.would_be
            else each.refusal or "no due time"
        )
        yield f"{each.number} {each.stored.purpose}: {stored} ({each.stored.rule_id}) -> {new}"


def _as_object(
    book: Rulebook,
    proposed: Rulebook,
    changed: tuple[RuleChange, ...],
    found: Found,
) -> dict[str, object]:
    return {
        "edition": book.edition,
        "proposed_edition": proposed.edition,
        "changed_rules": [
            {"rule": each.rule_id, "changed": each.changed, "changelog": each.changelog_line}
            for each in changed
        ],
        "open_deadlines": found.open,
        "not_compared": found.not_compared,
        "would_move": [
            {
                "case": each.number,
                "case_id": str(each.stored.case_id),
                "purpose": each.stored.purpose,
                "due": each.stored.due_at.isoformat(),
                "rule": each.stored.rule_id,
                "edition": each.stored.edition,
                "new_due": each.new_due_at.isoformat() if each.new_due_at else None,
                "new_rule": each.would_be.rule_id if each.would_be else None,
                "refusal": each.refusal,
            }
            for each in found.moving
        ],
    }
