"""How a member reaches us, in Spanish, in any language and with any kind of telephone."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.letter import Order
from openmso.office.letters.wording.writer import Writer


def getting_help(w: Writer, order: Order) -> tuple[Block, ...]:
    line = order.letterhead.line_for("member_services")
    language_line = order.letterhead.line_for("language_help", "member_services")
    return (
        w.heading("¿Necesita ayuda?"),
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
            w.strong("¿Le cuesta oír o hablar? "),
            "Marque ",
            w.name(line.tty),
            " desde cualquier teléfono. Una persona le ayudará a hablar con nosotros. Es gratis."
            " Si usa un servicio de retransmisión por video o por internet, no marque ",
            w.name(line.tty),
            ". Pida a su servicio que llame al ",
            w.name(line.phone),
            ".",
            element="relay",
        ),
        w.paragraph(
            w.strong("La ayuda en su idioma es gratis. "),
            "Podemos leerle esta carta en su idioma. También podemos dársela en letra grande, en"
            " braille o en audio. No tiene que pagar. Llame al ",
            w.number_of(language_line),
            ".",
            element="language_help",
        ),
        w.paragraph(
            w.strong("En una emergencia, "),
            "vaya de inmediato al hospital más cercano. No tiene que pedirnos permiso antes.",
            element="emergency",
        ),
        w.signature("Gracias,", order.letterhead.name, ""),
    )


def offer_of_translation(
    w: Writer, order: Order, own_words: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Say that a part of this letter is still owed in Spanish, and until when."""
    line = order.letterhead.line_for("language_help", "member_services")
    within = order.translate_within
    until = (" Se la enviaremos en un plazo de ", w.length(within), ".") if within else ()
    return (
        w.box(
            "Esta carta en su idioma",
            *own_words,
            w.paragraph(
                "Una parte de esta carta todavía está en inglés. La traduciremos para usted. Es"
                " gratis.",
                *until,
                " Para oírla hoy en su idioma, llame al ",
                w.number_of(line),
                ".",
            ),
            element="translation_offer",
        ),
    )
