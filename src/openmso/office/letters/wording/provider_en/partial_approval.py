"""To the practice: approved in part, with what was granted and why the rest was not."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import PartialApprovalFields
from openmso.office.letters.wording.writer import Writer

from .approval import terms
from .refusal import why_not
from .remedies import ways_to_ask
from .the_request import the_approval, the_request


def partial_approval(w: Writer, fields: PartialApprovalFields) -> tuple[Block, ...]:
    case, approval, refusal = fields.case, fields.approval, fields.refusal
    return (
        w.lead(
            "Approved in part: ",
            approval.approved,
            ". Not approved: ",
            fields.not_approved,
            ".",
        ),
        the_approval(w, case, approval),
        *terms(w, approval),
        *why_not(w, case, refusal),
        the_request(w, case),
        *ways_to_ask(w, refusal.remedies),
    )
