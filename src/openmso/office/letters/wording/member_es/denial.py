"""To the member, in Spanish: we said no, why, and what you can do."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import DenialFields
from openmso.office.letters.wording.writer import Writer

from .refusal import why_not
from .remedies import what_you_can_do
from .the_request import the_request


def denial(w: Writer, fields: DenialFields) -> tuple[Block, ...]:
    case, refusal = fields.case, fields.refusal
    return (
        w.lead("Dijimos que no a ", case.asked, ". Puede pedirnos que cambiemos esto."),
        w.paragraph(
            "Revisamos lo que usted o su médico pidió. No lo aprobamos. Esta carta le dice por"
            " qué. También le dice qué puede hacer ahora."
        ),
        the_request(w, case),
        *why_not(w, refusal),
        *what_you_can_do(w, refusal.remedies),
    )
