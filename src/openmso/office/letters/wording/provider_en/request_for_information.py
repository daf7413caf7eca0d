"""To the practice: what is missing, where to send it, and until when."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import InformationFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def request_for_information(w: Writer, fields: InformationFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Please send records for ", case.asked, "."),
        w.paragraph("We need:"),
        w.items(*(w.say(each) for each in fields.missing), element="missing"),
        w.paragraph(
            "Send them by ",
            w.moment(fields.send_by, case.time_zone),
            ". Fax ",
            w.strong(fields.fax),
            ", or add them to the request in the portal. Write the request number on every page.",
            element="where_to_send",
        ),
        w.paragraph(
            "We will decide by ",
            w.moment(fields.decide_by, case.time_zone),
            " with what we have then. Missing records alone are not a ground to deny.",
            element="send_by",
        ),
        the_request(w, case),
    )
