"""To the practice: not approved, why, who is responsible, how to talk to that person."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import DenialFields
from openmso.office.letters.wording.writer import Writer

from .refusal import why_not
from .remedies import ways_to_ask
from .the_request import the_request


def denial(w: Writer, fields: DenialFields) -> tuple[Block, ...]:
    case, refusal = fields.case, fields.refusal
    return (
        w.lead("Not approved: ", case.asked, "."),
        *why_not(w, case, refusal),
        the_request(w, case),
        *ways_to_ask(w, refusal.remedies),
    )
