"""To the member: we got the request, and when we will decide."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ReceiptFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def receipt(w: Writer, fields: ReceiptFields) -> tuple[Block, ...]:
    case = fields.case
    speed = (
        "We will go fast, because a wait could harm you."
        if fields.expedited
        else "If you or your doctor think that a wait could harm you, call us. Ask us to go fast."
    )
    return (
        w.lead("We got the request for ", case.asked, "."),
        w.paragraph(
            "We will decide by ",
            w.moment(fields.decide_by, case.time_zone),
            ". Then we will write to you and to your doctor.",
            element="decide_by",
        ),
        w.paragraph(speed, element="speed"),
        w.paragraph("You do not have to do a thing now."),
        the_request(w, case),
    )
