"""To the member: what we found about your concern, what we do, and what stays open."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceAnsweredFields, GrievanceFinding
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_concern import the_concern

_FOUND = {
    GrievanceFinding.RIGHT: "You were right. This should not have been so. We are sorry.",
    GrievanceFinding.PARTLY: "You were right in part. Here is what we found.",
    GrievanceFinding.NOT_FOUND: (
        "We looked into your concern. We did not find that a thing went wrong."
    ),
}


def grievance_answered(w: Writer, fields: GrievanceAnsweredFields) -> tuple[Block, ...]:
    case, who = fields.case, fields.responsible
    return (
        w.lead(_FOUND[fields.finding]),
        w.paragraph(
            "We gave you this answer on ", w.day(fields.answered_on), ".", element="decided"
        ),
        w.heading("What we found and what we do"),
        w.paragraph(fields.answer, element="reason"),
        w.paragraph(
            "Our work on this concern is done. You can ask us to look at it again.",
            element="status",
        ),
        *_quality(w, fields),
        *what_you_can_do(w, fields.remedies),
        w.paragraph(
            "Do you have a question? Ask for ",
            w.name(f"{who.name}, {who.title}" if who.name else who.title),
            ". Call ",
            w.name(who.phone),
            ".",
            element="responsible_professional",
        ),
        the_concern(w, case),
    )


def _quality(w: Writer, fields: GrievanceAnsweredFields) -> tuple[Block, ...]:
    if not fields.quality_of_care:
        return ()
    group = fields.review_group
    if group is None:
        return (
            w.paragraph(
                "Was your care not good? A review group outside your plan can look at it too. It"
                " is called the QIO. It is free. Call us, and we tell you how to reach it.",
                element="quality_organization",
            ),
        )
    return (
        w.paragraph(
            "Was your care not good? A review group outside your plan can look at it too. It is"
            " called the QIO. You can tell it now, too. Here it is: ",
            w.name(group.name),
            ". Call ",
            w.name(group.phone),
            ". It is free.",
            element="quality_organization",
        ),
    )
