"""To the practice: the denial stands after an appeal, why, who answers for it, what comes next."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealUpheldFields
from openmso.office.letters.wording.writer import Writer

from .refusal import why_not
from .remedies import ways_to_ask
from .the_request import the_approval, the_request


def appeal_upheld(w: Writer, fields: AppealUpheldFields) -> tuple[Block, ...]:
    case, refusal = fields.case, fields.refusal
    return (
        _lead(w, fields),
        w.paragraph(
            "Appeal ",
            w.name(fields.appeal_number),
            " was answered by a physician who took no part in the first decision.",
        ),
        *([the_approval(w, case, fields.approval)] if fields.approval else []),
        *why_not(w, case, refusal),
        *_goes_on(w, fields),
        the_request(w, case),
        *ways_to_ask(w, refusal.remedies),
    )


def _lead(w: Writer, fields: AppealUpheldFields) -> Block:
    asked = fields.case.asked
    if fields.approval:
        return w.lead("Approved in part after an appeal: ", asked, ".")
    return w.lead("The denial stands after an appeal: ", asked, ".")


def _goes_on(w: Writer, fields: AppealUpheldFields) -> tuple[Block, ...]:
    if not fields.goes_on:
        return ()
    by = (" by ", w.moment(fields.file_by, fields.case.time_zone)) if fields.file_by else ()
    return (
        w.paragraph(
            "The case file goes to Medicare’s independent entity by itself",
            *by,
            ". Nobody has to ask for it. Send us what the reviewer should still see.",
            element="file_sent_on",
        ),
    )
