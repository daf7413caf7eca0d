"""`openmso rulebook notices`: who must be told what, on which event and by which rule."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from openmso.project.commands.rulebook_answers import NotUnderstood, day_in, print_json, today
from openmso.rulebook.book import Rulebook
from openmso.rulebook.notice import Notice
from openmso.rulebook.notice_book import load_notices
from openmso.rulebook.notice_words import CONTENT, ENCLOSURES, EVENTS, RECIPIENTS, SITUATIONS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options of `openmso rulebook notices`."""
    parser.add_argument("--event", metavar="NAME", help="only what this event makes owed")
    parser.add_argument("--on", metavar="DATE", help="in force on that day (default: today)")


def notices(args: argparse.Namespace, book: Rulebook, paths: Iterable[str | Path]) -> None:
    """Print the notices in force on a day, each with all it must contain."""
    on = day_in(args.on) if args.on else today(args)
    if args.event and args.event not in EVENTS:
        raise NotUnderstood(f'there is no event "{args.event}" (known: {", ".join(EVENTS)})')
    found = [
        notice
        for notice in load_notices(book, paths).notices.values()
        if notice.in_force(on) and args.event in (None, notice.event)
    ]
    if args.json:
        print_json([_as_object(notice) for notice in found])
    else:
        print("\n\n".join(_as_paragraph(notice) for notice in found))


def _as_object(notice: Notice) -> dict[str, object]:
    return {
        "id": notice.id,
        "event": notice.event,
        "recipient": notice.recipient,
        "facts": {name: list(values) for name, values in notice.facts.items()},
        "deadlines": list(notice.deadlines),
        "says": list(notice.says),
        "says_when": {case: list(texts) for case, texts in notice.says_when.items()},
        "encloses": list(notice.encloses),
        "form_says": {form: list(texts) for form, texts in notice.form_says.items()},
        "from": notice.from_on.isoformat() if notice.from_on else None,
        "until": notice.until_on.isoformat() if notice.until_on else None,
        "source": notice.source,
        "note": notice.note,
        "verified": notice.verified.value,
        "checked_on": notice.checked_on.isoformat(),
    }


def _as_paragraph(notice: Notice) -> str:
    lines = [
        f"{notice.id}: {EVENTS[notice.event].lower()}",
        f"  told to: {RECIPIENTS[notice.recipient]}",
        f"  for: {_facts(notice) or 'everybody'}",
        f"  by: {', '.join(notice.deadlines) or 'no time that a law names'}",
        *(f"  says {CONTENT[text]}" for text in notice.says),
    ]
    for case, texts in notice.says_when.items():
        lines += [f"  when {SITUATIONS[case]}: {CONTENT[text]}" for text in texts]
    lines += [f"  encloses {ENCLOSURES[paper]}" for paper in notice.encloses]
    lines.append(f"  source: {notice.source}; {notice.verified.meaning}, {notice.checked_on}")
    return "\n".join([*lines, f"  note: {notice.note}"] if notice.note else lines)


def _facts(notice: Notice) -> str:
    return "; ".join(
        f"{name} {' or '.join(map(_written, values))}" for name, values in notice.facts.items()
    )


def _written(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value
