"""To the practice: no decision in time, what is missing, and when one is expected."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import DelayFields
from openmso.office.letters.wording.writer import Writer

from .remedies import ways_to_ask
from .the_request import the_request


def delay_notice(w: Writer, fields: DelayFields) -> tuple[Block, ...]:
    case, person = fields.case, fields.responsible
    missing: tuple[Block, ...] = (
        (
            w.paragraph("Still missing:"),
            w.items(*(w.say(each) for each in fields.missing), element="missing"),
        )
        if fields.missing
        else ()
    )
    expert: tuple[Block, ...] = (
        (
            w.paragraph(
                "Expert or test needed: ", fields.expert_or_test, ".", element="expert_or_test"
            ),
        )
        if fields.expert_or_test
        else ()
    )
    return (
        w.lead("No decision yet about ", case.asked, "."),
        w.paragraph("Expected by ", w.last_day(fields.expected_on), ".", element="expected_on"),
        *missing,
        *expert,
        the_request(
            w,
            case,
            w.fact(
                "Responsible",
                w.name(f"{person.name}, {person.title}. Direct telephone: {person.phone}"),
                element="responsible_professional",
            ),
        ),
        *ways_to_ask(w, fields.remedies),
    )
