"""Whom a hospital calls about a request, day and night."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.letter import Order
from openmso.office.letters.wording.writer import Writer


def getting_help(w: Writer, order: Order) -> tuple[Block, ...]:
    return (
        w.heading("Contact"),
        w.items(
            *(
                w.say(
                    f"{each.label}: ",
                    w.number_of(each),
                    f", {each.hours}" if each.hours else "",
                )
                for each in order.letterhead.lines
            ),
            element="contact",
        ),
        w.signature("Sincerely,", order.letterhead.name, "Utilization management"),
    )


def offer_of_translation(
    _w: Writer, _order: Order, _own_words: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Hospitals are written to in English; nothing is owed."""
    return ()
