"""To the member, in Spanish: we take more time, why, until when, and how to object."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ExtensionFields
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request


def extension(w: Writer, fields: ExtensionFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Necesitamos más tiempo para decidir sobre ", case.asked, "."),
        w.paragraph(
            "Debíamos decidir a más tardar: ",
            w.moment(fields.first_due, case.time_zone),
            ". La ley nos permite tomar hasta ",
            w.length(fields.longer_by),
            " más. Decidiremos a más tardar: ",
            w.moment(fields.new_due, case.time_zone),
            ", o antes si podemos.",
            element="new_due",
        ),
        w.heading("Por qué necesitamos más tiempo"),
        w.paragraph(fields.reason, element="reason"),
        w.paragraph("No dijimos que no."),
        the_request(w, case),
        *what_you_can_do(w, fields.remedies),
    )
