"""To the practice: more time was taken, why, and until when."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ExtensionFields
from openmso.office.letters.wording.writer import Writer

from .remedies import ways_to_ask
from .the_request import the_request


def extension(w: Writer, fields: ExtensionFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("We need more time to decide about ", case.asked, "."),
        w.paragraph(
            "The decision was due by ",
            w.moment(fields.first_due, case.time_zone),
            ". It is extended by up to ",
            w.length(fields.longer_by),
            ", to ",
            w.moment(fields.new_due, case.time_zone),
            ".",
            element="new_due",
        ),
        w.paragraph(w.strong("Reason: "), fields.reason, element="reason"),
        the_request(w, case),
        *ways_to_ask(w, fields.remedies),
    )
