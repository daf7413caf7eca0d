"""To the member: we take our no back, what is approved, and how to get it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealOverturnedFields
from openmso.office.letters.wording.writer import Writer

from .approval import using_it
from .the_request import the_approval, the_request


def appeal_overturned(w: Writer, fields: AppealOverturnedFields) -> tuple[Block, ...]:
    case, granted = fields.case, fields.approval
    return (
        w.lead("We changed our answer. We now say yes to ", granted.approved, "."),
        w.paragraph(
            "You asked us to look again. Your appeal has the number ",
            w.name(fields.appeal_number),
            ". Another doctor read the papers. We made this choice on ",
            w.day(granted.decided_on),
            ".",
            element="decided",
        ),
        w.paragraph(
            "You can get this care now. We told your doctor too. Call the office that will give"
            " you the care. Have the approval number with you. Is there a problem? Call us, and we"
            " will help you get the care.",
            element="carried_out_how",
        ),
        the_approval(w, case, granted),
        *using_it(w, case, granted),
        the_request(w, case),
    )
