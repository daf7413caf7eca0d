"""To the practice: request received, and when it will be decided."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ReceiptFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def receipt(w: Writer, fields: ReceiptFields) -> tuple[Block, ...]:
    case = fields.case
    speed = "expedited" if fields.expedited else "standard"
    return (
        w.lead("We received your request for ", case.asked, "."),
        w.paragraph(
            f"It is handled as {speed}. We will decide by ",
            w.moment(fields.decide_by, case.time_zone),
            ".",
            element="decide_by",
        ),
        the_request(w, case),
    )
