"""To the member, in Spanish: your concern was closed without an answer, and why."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceClosedFields, GrievanceEnd
from openmso.office.letters.wording.writer import Part, Writer

from .the_concern import the_concern


def grievance_closed(w: Writer, fields: GrievanceClosedFields) -> tuple[Block, ...]:
    return (
        w.lead("Cerramos su queja. No la revisamos más."),
        w.paragraph(
            "La cerramos el ", w.day(fields.ended_on), ". ", *_why(w, fields), element="reason"
        ),
        w.paragraph(
            "¿Cree que es un error? Llámenos o escríbanos. Podemos abrirla de nuevo. También"
            " puede decirnos otra queja en cualquier momento. Es gratis.",
            element="ask_to_reopen",
        ),
        the_concern(w, fields.case),
    )


def _why(w: Writer, fields: GrievanceClosedFields) -> tuple[Part, ...]:
    match fields.end:
        case GrievanceEnd.WITHDRAWN:
            return (w.name(fields.by), " la retiró.")
        case GrievanceEnd.NO_AUTHORITY:
            return ("No recibimos el papel que permite a esta persona hablar por usted.",)
