"""To the member: the time ran out without a decision, and what the law says that means."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import SilenceFields, SilenceMeans
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request

POINT = {
    SilenceMeans.NO: (
        ". By law, this counts as a no. You can ask us to change this.",
        "We did not say no. But the law counts it as a no, so that you can act now. You do not"
        " have to wait for us. We are sorry.",
    ),
    SilenceMeans.YES: (
        ". By law, this counts as a yes.",
        "You can get this care. Show this letter at the office that will give you the care.",
    ),
    SilenceMeans.STILL_OPEN: (
        ". We are still at work on it.",
        "This is not a no. We will write to you when we decide. You can also act now. We are"
        " sorry.",
    ),
}


def silence_notice(w: Writer, fields: SilenceFields) -> tuple[Block, ...]:
    case = fields.case
    point, meaning = POINT[fields.means]
    return (
        w.lead("We did not decide in time about ", case.asked, point),
        w.paragraph(
            "We had to decide by ", w.moment(fields.due_at, case.time_zone), ".", element="due_at"
        ),
        w.heading("What this means"),
        w.paragraph(meaning, element="meaning_of_silence"),
        w.note("The rule: ", w.name(fields.citation), ".", element="rule_used"),
        the_request(w, case),
        *(() if fields.means is SilenceMeans.YES else what_you_can_do(w, fields.remedies)),
    )
