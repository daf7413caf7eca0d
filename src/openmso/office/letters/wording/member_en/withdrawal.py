"""To the member: the request was taken back, so nothing was decided."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import WithdrawalFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def withdrawal(w: Writer, fields: WithdrawalFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("The request for ", case.asked, " was taken back. We did not decide on it."),
        w.paragraph(
            w.name(fields.withdrawn_by),
            " took it back on ",
            w.day(fields.withdrawn_on),
            ". We did not say yes or no.",
            element="withdrawn",
        ),
        w.paragraph(
            "If you still want this care, you or your doctor can ask again. If you did not want"
            " it to be taken back, call us.",
            element="ask_again",
        ),
        the_request(w, case),
    )
