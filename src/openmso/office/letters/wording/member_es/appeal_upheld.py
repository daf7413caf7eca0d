"""To the member, in Spanish: we looked again and the no stands, why, and every way to go on."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealUpheldFields
from openmso.office.letters.wording.writer import Writer

from .payment_ordered import the_payment
from .refusal import why_not
from .remedies import what_you_can_do
from .the_request import the_approval, the_request


def appeal_upheld(w: Writer, fields: AppealUpheldFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        _lead(w, fields),
        w.paragraph(
            "Usted nos pidió revisar otra vez. Su apelación tiene el número ",
            w.name(fields.appeal_number),
            ". Otro médico leyó los papeles. Ese médico no participó en la primera respuesta. Esta"
            " carta le dice por qué no la cambiamos. También le dice qué puede hacer ahora.",
        ),
        *([the_approval(w, case, fields.approval)] if fields.approval else []),
        *([the_payment(w, fields.payment, case.time_zone)] if fields.payment else []),
        *_goes_on(w, fields),
        the_request(w, case),
        *why_not(w, fields.refusal, ask_us=False),
        *what_you_can_do(w, fields.refusal.remedies),
    )


def _lead(w: Writer, fields: AppealUpheldFields) -> Block:
    asked = fields.case.asked
    if fields.approval or fields.payment:
        return w.lead("Ahora decimos que sí a una parte de ", asked, ". Al resto, todavía no.")
    return w.lead("Revisamos otra vez ", asked, ". Nuestra respuesta sigue siendo no.")


def _goes_on(w: Writer, fields: AppealUpheldFields) -> tuple[Block, ...]:
    if not fields.goes_on:
        return ()
    by = (
        (" Lo enviamos a más tardar: ", w.moment(fields.file_by, fields.case.time_zone), ".")
        if fields.file_by
        else ()
    )
    return (
        w.box(
            "Alguien de fuera lo revisará",
            w.paragraph(
                "Usted no tiene que hacer nada. Enviamos su caso a un grupo que no trabaja para"
                " nosotros. Medicare lo eligió.",
                *by,
                " Lo revisará todo de nuevo y le escribirá. Usted también puede enviarle papeles."
                " Llámenos y le diremos a dónde.",
            ),
            element="file_sent_on",
        ),
    )
