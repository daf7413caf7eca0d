"""To the member, in Spanish: we said yes to a part, no to the rest, and what you can do."""

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
            "Dijimos que sí a ",
            approval.approved,
            ". Dijimos que no a ",
            fields.not_approved,
            ". Puede pedirnos que cambiemos esto.",
        ),
        w.paragraph(
            "Revisamos lo que usted o su médico pidió. Aprobamos una parte. Esta carta le dice qué"
            " parte y por qué. También le dice qué puede hacer ahora."
        ),
        the_approval(w, case, approval),
        *using_it(w, case, approval),
        the_request(w, case),
        *why_not(w, refusal),
        *what_you_can_do(w, refusal.remedies),
    )
