"""To the member: we could not decide in time, what is missing, and when we expect to."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import DelayFields
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request


def delay_notice(w: Writer, fields: DelayFields) -> tuple[Block, ...]:
    case = fields.case
    missing: tuple[Block, ...] = (
        (
            w.paragraph("We still need these papers:"),
            w.items(*(w.say(each) for each in fields.missing), element="missing"),
        )
        if fields.missing
        else ()
    )
    expert: tuple[Block, ...] = (
        (w.paragraph("We also need: ", fields.expert_or_test, ".", element="expert_or_test"),)
        if fields.expert_or_test
        else ()
    )
    return (
        w.lead("We could not decide in time about ", case.asked, "."),
        w.paragraph(
            "We plan to decide by ",
            w.last_day(fields.expected_on),
            ". We did not say no.",
            element="expected_on",
        ),
        w.heading("Why it takes longer"),
        *missing,
        *expert,
        the_request(w, case),
        *what_you_can_do(w, fields.remedies),
    )
