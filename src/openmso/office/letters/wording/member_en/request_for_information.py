"""To the member: papers are missing, who sends them, and when we decide."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import InformationFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def request_for_information(w: Writer, fields: InformationFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("We need more papers to decide about ", case.asked, "."),
        w.paragraph("We did not say no. We asked your doctor’s office to send us:"),
        w.items(*(w.say(each) for each in fields.missing), element="missing"),
        w.paragraph(
            "We need them by ",
            w.moment(fields.send_by, case.time_zone),
            ". We will decide by ",
            w.moment(fields.decide_by, case.time_zone),
            ", with what we have then.",
            element="send_by",
        ),
        w.heading("What you can do"),
        w.paragraph(
            "You do not have to do a thing. If you like, call your doctor’s office. Ask them to"
            " send us the papers. If you have them at home, you can send them too. The fax number"
            " is ",
            w.name(fields.fax),
            ".",
            element="where_to_send",
        ),
        the_request(w, case),
    )
