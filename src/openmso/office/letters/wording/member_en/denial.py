"""To the member: we said no, why, and what you can do."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import DenialFields
from openmso.office.letters.wording.writer import Writer

from .refusal import why_not
from .remedies import what_you_can_do
from .the_request import the_request


def denial(w: Writer, fields: DenialFields) -> tuple[Block, ...]:
    case, refusal = fields.case, fields.refusal
    return (
        w.lead("We said no to ", case.asked, ". You can ask us to change this."),
        w.paragraph(
            "We looked at what you or your doctor asked for. We did not approve it. This letter"
            " tells you why. It also tells you what you can do now."
        ),
        the_request(w, case),
        *why_not(w, refusal),
        *what_you_can_do(w, refusal.remedies),
    )
