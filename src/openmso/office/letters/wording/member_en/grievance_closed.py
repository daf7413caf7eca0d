"""To the member: your concern was closed without an answer, why, and what to do."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceClosedFields, GrievanceEnd
from openmso.office.letters.wording.writer import Part, Writer

from .the_concern import the_concern


def grievance_closed(w: Writer, fields: GrievanceClosedFields) -> tuple[Block, ...]:
    return (
        w.lead("We closed your concern. We did not look into it any more."),
        w.paragraph(
            "We closed it on ", w.day(fields.ended_on), ". ", *_why(w, fields), element="reason"
        ),
        w.paragraph(
            "Do you think that this is wrong? Call us or write to us. We can open it again. You"
            " can also tell us a new concern at any time. It is free.",
            element="ask_to_reopen",
        ),
        the_concern(w, fields.case),
    )


def _why(w: Writer, fields: GrievanceClosedFields) -> tuple[Part, ...]:
    match fields.end:
        case GrievanceEnd.WITHDRAWN:
            return (w.name(fields.by), " took it back.")
        case GrievanceEnd.NO_AUTHORITY:
            return ("We did not get the paper that lets this person speak for you.",)
