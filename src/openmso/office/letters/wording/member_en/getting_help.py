"""How a member reaches us, in any language and with any kind of telephone."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.languages import name_of
from openmso.office.letters.letter import Order
from openmso.office.letters.wording.writer import Writer


def getting_help(w: Writer, order: Order) -> tuple[Block, ...]:
    line = order.letterhead.line_for("member_services")
    language_line = order.letterhead.line_for("language_help", "member_services")
    return (
        w.heading("Need help?"),
        w.items(
            *(
                w.say(
                    w.name(f"{each.label}: "),
                    w.number_of(each),
                    w.name(f", {each.hours}" if each.hours else ""),
                )
                for each in order.letterhead.lines
            ),
            element="contact",
        ),
        w.paragraph(
            w.strong("Hard to hear or speak? "),
            "Call ",
            w.name(line.tty),
            " from any phone. Someone will help you talk with us. It is free. If you use video"
            " relay or relay on the web, do not call ",
            w.name(line.tty),
            ". Have them call ",
            w.name(line.phone),
            ".",
            element="relay",
        ),
        w.paragraph(
            w.strong("Help in your language is free. "),
            "We can read this letter to you in your language. Or we can get it to you in large"
            " print, braille or sound. You do not have to pay. Call ",
            w.number_of(language_line),
            ".",
            element="language_help",
        ),
        w.paragraph(
            w.strong("In an emergency, "),
            "go to the nearest hospital right away. You do not need to ask us first.",
            element="emergency",
        ),
        w.signature("Thank you,", order.letterhead.name, ""),
    )


def offer_of_translation(
    w: Writer, order: Order, own_words: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Say that this letter is owed in the member's language, and until when."""
    line = order.letterhead.line_for("language_help", "member_services")
    within = order.translate_within
    until = (" We will send it within ", w.length(within), ".") if within else ()
    return (
        w.box(
            "This letter in your language",
            *own_words,
            w.paragraph(
                "You asked us to write to you in ",
                w.name(name_of(order.language)),
                ". This letter, or a part of it, is not in that language yet. We will have it put"
                " in your language. It is free.",
                *until,
                " To hear it in your language today, call ",
                w.number_of(line),
                ".",
            ),
            element="translation_offer",
        ),
    )
