"""To the member: we take more time for your appeal, why, until when, and how to object."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealExtensionFields
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request


def appeal_extension(w: Writer, fields: AppealExtensionFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("We need more time to look again at ", case.asked, "."),
        w.paragraph(
            "Your appeal has the number ",
            w.name(fields.appeal_number),
            ". We were to answer by ",
            w.moment(fields.first_due, case.time_zone),
            ". The law lets us take up to ",
            w.length(fields.longer_by),
            " more. We will answer by ",
            w.moment(fields.new_due, case.time_zone),
            ", or sooner if we can.",
            element="new_due",
        ),
        w.heading("Why we need more time"),
        w.paragraph(fields.reason, element="reason"),
        the_request(w, case),
        *what_you_can_do(w, fields.remedies),
    )
