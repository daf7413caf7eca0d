"""To the member: we take more time, why, until when, and how to object."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ExtensionFields
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request


def extension(w: Writer, fields: ExtensionFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("We need more time to decide about ", case.asked, "."),
        w.paragraph(
            "We were to decide by ",
            w.moment(fields.first_due, case.time_zone),
            ". The law lets us take up to ",
            w.length(fields.longer_by),
            " more. We will decide by ",
            w.moment(fields.new_due, case.time_zone),
            ", or sooner if we can.",
            element="new_due",
        ),
        w.heading("Why we need more time"),
        w.paragraph(fields.reason, element="reason"),
        w.paragraph("We did not say no."),
        the_request(w, case),
        *what_you_can_do(w, fields.remedies),
    )
