"""What a member can do about a no: the same passages as in the letter, as parts of a page."""

from dataclasses import dataclass, replace

from openmso.office.letters.blocks import Block
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.letter_data import Values, letter_data
from openmso.office.letters.models import OrderedLetter

_ELEMENTS = frozenset(
    {
        "appeal",
        "grievance",
        "fast_grievance",
        "state_hearing",
        "independent_medical_review",
        "keep_service",
        "other_ways",
        "mind_first",
        "whom_to_call",
        "who_may_help",
        "give_evidence",
        "no_reprisal",
    }
)


@dataclass(frozen=True, slots=True)
class Passages:
    """Parts of a letter for `letters/_block.html`; `level` shifts their headings below ours."""

    letter: Values
    level: dict[str, int]


def what_you_can_do(letter: OrderedLetter, *, language: str) -> Passages | None:
    """Return the passages of this letter in the page's language; None when it names nothing.

    The letter's order was frozen when it was written, so the days are those of the letter.
    """
    composed = compose(replace(thawed(letter.content), language=language))
    chosen = tuple(block for block in composed.blocks if _is_remedy(block))
    if not chosen:
        return None
    data = letter_data(replace(composed, blocks=chosen), text_size=0, large=False)
    return Passages(letter=data, level={"lead": 2, "section": 3, "shift": 1})


def _is_remedy(block: Block) -> bool:
    return block.element in _ELEMENTS
