"""To the member: we take more time for your concern, why, and until when."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceExtensionFields
from openmso.office.letters.wording.writer import Writer

from .the_concern import the_concern


def grievance_extension(w: Writer, fields: GrievanceExtensionFields) -> tuple[Block, ...]:
    case, who = fields.case, fields.contact
    return (
        w.lead("We need more time to look into your concern."),
        w.paragraph(
            "We were to answer by ",
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
        w.paragraph(
            "Do you not agree that we take more time? Tell ",
            w.name(f"{who.name}, {who.title}" if who.name else who.title),
            ". Call ",
            w.name(who.phone),
            ". You can file a concern about it, and we go fast then.",
            element="contact_person",
        ),
        the_concern(w, case),
    )
