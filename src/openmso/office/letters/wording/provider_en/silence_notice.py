"""To the practice: the time ran out without a decision, and what the law says that means."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import SilenceFields, SilenceMeans
from openmso.office.letters.wording.writer import Writer

from .remedies import ways_to_ask
from .the_request import the_request

MEANING = {
    SilenceMeans.NO: "By law the request counts as denied. It may be appealed at once.",
    SilenceMeans.YES: "By law the request counts as approved.",
    SilenceMeans.STILL_OPEN: "The request stays open and will be decided.",
}


def silence_notice(w: Writer, fields: SilenceFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("No decision in time about ", case.asked, "."),
        w.paragraph(
            "The decision was due by ",
            w.moment(fields.due_at, case.time_zone),
            ".",
            element="due_at",
        ),
        w.paragraph(MEANING[fields.means], element="meaning_of_silence"),
        w.note("Rule: ", w.name(fields.citation), ".", element="rule_used"),
        the_request(w, case),
        *(() if fields.means is SilenceMeans.YES else ways_to_ask(w, fields.remedies)),
    )
