"""To the member: we looked again and the no stands, why, and every way to go on."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealUpheldFields
from openmso.office.letters.wording.writer import Writer

from .payment_ordered import the_payment
from .refusal import why_not
from .remedies import what_you_can_do
from .the_request import the_approval, the_request


def appeal_upheld(w: Writer, fields: AppealUpheldFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        _lead(w, fields),
        w.paragraph(
            "You asked us to look again. Your appeal has the number ",
            w.name(fields.appeal_number),
            ". Another doctor read the papers. That doctor had no part in the first answer. This"
            " letter tells you why we did not change it. It also tells you what you can do now.",
        ),
        *([the_approval(w, case, fields.approval)] if fields.approval else []),
        *([the_payment(w, fields.payment, case.time_zone)] if fields.payment else []),
        *_goes_on(w, fields),
        the_request(w, case),
        *why_not(w, fields.refusal, ask_us=False),
        *what_you_can_do(w, fields.refusal.remedies),
    )


def _lead(w: Writer, fields: AppealUpheldFields) -> Block:
    asked = fields.case.asked
    if fields.approval or fields.payment:
        return w.lead("We now say yes to a part of ", asked, ". We still say no to the rest.")
    return w.lead("We looked again at ", asked, ". Our answer is still no.")


def _goes_on(w: Writer, fields: AppealUpheldFields) -> tuple[Block, ...]:
    if not fields.goes_on:
        return ()
    by = (
        (" We send it by ", w.moment(fields.file_by, fields.case.time_zone), ".")
        if fields.file_by
        else ()
    )
    return (
        w.box(
            "Someone outside will check it",
            w.paragraph(
                "You do not have to do a thing. We send your case to a group that does not work"
                " for us. Medicare chose it.",
                *by,
                " It will look at all of it anew and write to you. You can send it papers too."
                " Call us, and we tell you where.",
            ),
            element="file_sent_on",
        ),
    )
