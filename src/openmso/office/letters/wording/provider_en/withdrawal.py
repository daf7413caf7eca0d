"""To the practice: the request was withdrawn, so nothing was decided."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import WithdrawalFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def withdrawal(w: Writer, fields: WithdrawalFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Withdrawn: ", case.asked, "."),
        w.paragraph(
            w.name(fields.withdrawn_by),
            " withdrew the request on ",
            w.day(fields.withdrawn_on),
            ". No decision was made. A new request may be sent at any time.",
            element="withdrawn",
        ),
        the_request(w, case),
    )
