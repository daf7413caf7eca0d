"""To the member, in Spanish: we take more time for your appeal, why, until when."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealExtensionFields
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request


def appeal_extension(w: Writer, fields: AppealExtensionFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Necesitamos más tiempo para revisar otra vez ", case.asked, "."),
        w.paragraph(
            "Su apelación tiene el número ",
            w.name(fields.appeal_number),
            ". Debíamos responder a más tardar: ",
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
        the_request(w, case),
        *what_you_can_do(w, fields.remedies),
    )
