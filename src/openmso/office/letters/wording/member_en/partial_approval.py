"""To the member: we said yes to a part, no to the rest, and what you can do."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import PartialApprovalFields
from openmso.office.letters.wording.writer import Writer

from .approval import using_it
from .refusal import why_not
from .remedies import what_you_can_do
from .the_request import the_approval, the_request


def partial_approval(w: Writer, fields: PartialApprovalFields) -> tuple[Block, ...]:
    case, approval, refusal = fields.case, fields.approval, fields.refusal
    return (
        w.lead(
            "We said yes to ",
            approval.approved,
            ". We said no to ",
            fields.not_approved,
            ". You can ask us to change this.",
        ),
        w.paragraph(
            "We looked at what you or your doctor asked for. We approved a part of it. This"
            " letter tells you which part, and why. It also tells you what you can do now."
        ),
        the_approval(w, case, approval),
        *using_it(w, case, approval),
        the_request(w, case),
        *why_not(w, refusal),
        *what_you_can_do(w, refusal.remedies),
    )
