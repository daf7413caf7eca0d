"""To the member, in Spanish: your appeal ended without an answer, why, and what to do."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealClosedFields, AppealEnd
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request


def appeal_closed(w: Writer, fields: AppealClosedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Cerramos su apelación sobre ", case.asked, ". No revisamos otra vez la atención."),
        w.paragraph(
            "Su apelación tenía el número ",
            w.name(fields.appeal_number),
            ". La cerramos el ",
            w.day(fields.ended_on),
            ". ",
            *_why(w, fields),
            element="reason",
        ),
        w.paragraph(
            "¿Cree que es un error? Llámenos o escríbanos y díganos por qué. Puede pedirnos que la"
            " abramos de nuevo. Es gratis. Si quiere ayuda, le ayudaremos.",
            element="ask_to_reopen",
        ),
        w.paragraph(
            "Nuestra primera respuesta sobre el pago no cambió."
            if case.claim
            else "Nuestra primera respuesta sobre la atención no cambió. Usted o su médico pueden"
            " pedir la atención otra vez en cualquier momento."
        ),
        the_request(w, case),
    )


def _why(w: Writer, fields: AppealClosedFields) -> tuple[Part, ...]:
    match fields.end:
        case AppealEnd.WITHDRAWN:
            return (w.name(fields.by), " la retiró.")
        case AppealEnd.NO_AUTHORITY:
            return ("No recibimos el papel que permite a esta persona pedir por usted.",)
        case AppealEnd.NO_WAIVER:
            return ("Quien le dio la atención no firmó el papel que pide la ley.",)
        case AppealEnd.LATE:
            last = w.last_day(fields.last_day) if fields.last_day else w.name("")
            return ("Llegó demasiado tarde. El último día fue el ", last, ".")
