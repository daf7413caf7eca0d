"""To the member, in Spanish: we take more time for your concern, why, and until when."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceExtensionFields
from openmso.office.letters.wording.writer import Writer

from .the_concern import the_concern


def grievance_extension(w: Writer, fields: GrievanceExtensionFields) -> tuple[Block, ...]:
    case, who = fields.case, fields.contact
    return (
        w.lead("Necesitamos más tiempo para revisar su queja."),
        w.paragraph(
            "Debíamos responder a más tardar: ",
            w.moment(fields.first_due, case.time_zone),
            ". La ley nos permite tomar hasta ",
            w.length(fields.longer_by),
            " más. Responderemos a más tardar: ",
            w.moment(fields.new_due, case.time_zone),
            ", o antes si podemos.",
            element="new_due",
        ),
        w.heading("Por qué necesitamos más tiempo"),
        w.paragraph(fields.reason, element="reason"),
        w.paragraph(
            "¿No está de acuerdo con que tomemos más tiempo? Dígaselo a ",
            w.name(f"{who.name}, {who.title}" if who.name else who.title),
            ". Llame al ",
            w.name(who.phone),
            ". Puede presentar una queja por eso, y entonces iremos rápido.",
            element="contact_person",
        ),
        the_concern(w, case),
    )
