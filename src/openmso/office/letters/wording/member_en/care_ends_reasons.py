"""To the member: why nursing, home or rehabilitation care can end, once the group was asked."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import EndReasonsFields
from openmso.office.letters.wording.writer import Writer

from .end_of_care import about_the_group, the_care, the_reasons


def care_ends_reasons(w: Writer, fields: EndReasonsFields) -> tuple[Block, ...]:
    return (
        w.lead(
            "You asked Medicare’s review group to look at the end of your ",
            fields.case.asked,
            ". This letter tells you why we think it can end.",
        ),
        w.paragraph(
            "Your plan pays for this care from ",
            w.name(fields.provider),
            " through ",
            w.last_day(fields.ends_on),
            ". If the group says the care must go on, your plan goes on to pay. If it agrees with"
            " us, you may have to pay for care after that day.",
            element="last_covered_day",
        ),
        *the_reasons(w, fields),
        *about_the_group(w),
        the_care(w, fields),
    )
