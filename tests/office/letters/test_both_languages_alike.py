"""Every wording for members has one structure in both languages: nobody is told less in Spanish."""

from dataclasses import replace
from datetime import date

import pytest

from openmso.office.letters.blocks import Block, Facts, Items, Run, SummaryBox, every_block
from openmso.office.letters.composing import compose
from openmso.office.letters.fields import (
    Ground,
    NotEligibleBecause,
    NotEligibleFields,
    NotNeededBecause,
    NotNeededFields,
    SilenceMeans,
)
from openmso.office.letters.letter import Kind, Order, Reader
from openmso.office.letters.letter_catalog import every_entry
from openmso.office.letters.specimens import specimen

LETTERS = [
    (entry.kind, entry.line_of_business) for entry in every_entry() if entry.reader is Reader.MEMBER
]
Shape = tuple[str, str | None, object]


def shape(blocks: tuple[Block, ...]) -> list[Shape]:
    """Return kind, element and size of every block; what is exempt (names, days) counts too."""
    return [(type(one).__name__, one.element, _size(one)) for one in every_block(blocks)]


def _size(block: Block) -> object:
    match block:
        case Items(items=items):
            return len(items)
        case Facts(rows=rows):
            return [(row.element, bool(row.value)) for row in rows]
        case SummaryBox(inside=inside):
            return len(inside)
        case _:
            runs: tuple[Run, ...] = getattr(block, "runs", ())
            return [run.strong for run in runs if run.exempt]


def both(order: Order, other: Order) -> tuple[list[Shape], list[Shape]]:
    return shape(compose(order).blocks), shape(compose(other).blocks)


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize(("kind", "line_of_business"), LETTERS)
def test_a_letter_has_the_same_parts_in_both_languages(
    kind: Kind, line_of_business: str, ground: Ground
) -> None:
    english, spanish = (
        specimen(kind, line_of_business=line_of_business, ground=ground, language=language)
        for language in ("en", "es")
    )

    here, there = both(english, spanish)

    assert here == there


@pytest.mark.parametrize("means", list(SilenceMeans))
def test_so_has_every_meaning_of_silence(means: SilenceMeans) -> None:
    english, spanish = (
        specimen(Kind.SILENCE_NOTICE, line_of_business="KK", means=means, language=language)
        for language in ("en", "es")
    )

    here, there = both(english, spanish)

    assert here == there


@pytest.mark.parametrize("turning_on", [date(2027, 1, 1), None])
@pytest.mark.parametrize("because", list(NotEligibleBecause))
def test_so_has_every_reason_why_nobody_covers_a_member(
    because: NotEligibleBecause, turning_on: date | None
) -> None:
    orders = []
    for language in ("en", "es"):
        order = specimen(Kind.NOT_ELIGIBLE, line_of_business="NO-COVERAGE", language=language)
        assert isinstance(order.fields, NotEligibleFields)
        fields = replace(order.fields, because=because, turning_on=turning_on)
        orders.append(replace(order, fields=fields))

    here, there = both(*orders)

    assert here == there


@pytest.mark.parametrize("because", list(NotNeededBecause))
def test_so_has_every_reason_why_no_approval_is_needed(because: NotNeededBecause) -> None:
    orders = []
    for language in ("en", "es"):
        order = specimen(Kind.NOT_NEEDED, line_of_business="MA", language=language)
        assert isinstance(order.fields, NotNeededFields)
        orders.append(replace(order, fields=replace(order.fields, because=because)))

    here, there = both(*orders)

    assert here == there
