"""To the member: why the hospital stay can end, once Medicare's review group was asked."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import EndReasonsFields
from openmso.office.letters.wording.writer import Writer

from .end_of_care import about_the_group, the_care, the_reasons

_COSTS = {
    True: (
        "You asked in time. So you can stay while the group looks. You do not have to pay more for"
        " that. The group tells you when this ends."
    ),
    False: (
        "You asked late. If the group agrees with us, you may have to pay for the days after that"
        " day."
    ),
    None: (
        "Did you ask in time? Then you can stay while the group looks, and you do not have to pay"
        " more for that. The group tells you if you did."
    ),
}


def discharge_reasons(w: Writer, fields: EndReasonsFields) -> tuple[Block, ...]:
    return (
        w.lead(
            "You asked Medicare’s review group if you must leave ",
            w.name(fields.provider),
            ". This letter tells you why we think you can leave.",
        ),
        w.paragraph(
            "The plan is that you leave on ",
            w.last_day(fields.ends_on),
            ". ",
            _COSTS[fields.in_time],
        ),
        *the_reasons(w, fields),
        *about_the_group(w),
        the_care(w, fields),
    )
