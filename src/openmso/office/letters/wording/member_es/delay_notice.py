"""To the member, in Spanish: we could not decide in time, what is missing, when we expect to."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import DelayFields
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request


def delay_notice(w: Writer, fields: DelayFields) -> tuple[Block, ...]:
    case = fields.case
    missing: tuple[Block, ...] = (
        (
            w.paragraph("Todavía necesitamos estos papeles:"),
            w.items(*(w.say(each) for each in fields.missing), element="missing"),
        )
        if fields.missing
        else ()
    )
    expert: tuple[Block, ...] = (
        (
            w.paragraph(
                "También necesitamos: ", fields.expert_or_test, ".", element="expert_or_test"
            ),
        )
        if fields.expert_or_test
        else ()
    )
    return (
        w.lead("No pudimos decidir a tiempo sobre ", case.asked, "."),
        w.paragraph(
            "Pensamos decidir a más tardar el ",
            w.last_day(fields.expected_on),
            ". No dijimos que no.",
            element="expected_on",
        ),
        w.heading("Por qué tarda más"),
        *missing,
        *expert,
        the_request(w, case),
        *what_you_can_do(w, fields.remedies),
    )
