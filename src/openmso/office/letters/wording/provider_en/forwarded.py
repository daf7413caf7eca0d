"""To the practice: the health plan decides this request, and it was passed on."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ForwardedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def forwarded(w: Writer, fields: ForwardedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead(w.name(case.plan_name), " decides about ", case.asked, "."),
        w.paragraph(
            "The plan has not delegated this decision to us. We neither approved nor denied the"
            " request.",
            element="who_decides",
        ),
        the_request(
            w,
            case,
            w.fact("Passed on to the plan", w.day(fields.forwarded_on), element="forwarded_on"),
        ),
        w.paragraph(
            "The plan answers you and the member. Send further papers and questions to the plan,"
            " with the date above; you need not send the request again.",
            element="what_next",
        ),
    )
