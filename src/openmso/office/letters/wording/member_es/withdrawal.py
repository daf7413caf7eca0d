"""To the member, in Spanish: the request was taken back, so nothing was decided."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import WithdrawalFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def withdrawal(w: Writer, fields: WithdrawalFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("La solicitud de ", case.asked, " fue retirada. No decidimos sobre ella."),
        w.paragraph(
            w.name(fields.withdrawn_by),
            " la retiró el ",
            w.day(fields.withdrawn_on),
            ". No dijimos ni sí ni no.",
            element="withdrawn",
        ),
        w.paragraph(
            "Si todavía quiere esta atención, usted o su médico puede pedirla otra vez. Si usted"
            " no quería que se retirara, llámenos.",
            element="ask_again",
        ),
        the_request(w, case),
    )
