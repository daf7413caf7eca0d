"""What both letters about the end of care say: the reasons, and who looks at them."""

from openmso.office.letters.blocks import Block, Facts
from openmso.office.letters.fields import EndReasonsFields
from openmso.office.letters.wording.writer import Writer


def the_reasons(w: Writer, fields: EndReasonsFields) -> tuple[Block, ...]:
    """Say why, what changed since the last time, and by which rule."""
    changed: tuple[Block, ...] = (
        (
            w.paragraph(
                "This is what has changed since the group looked last: ",
                fields.what_changed,
                element="what_changed",
            ),
        )
        if fields.what_changed
        else ()
    )
    return (
        w.heading("Why we think so"),
        w.paragraph(fields.why, element="why_care_ends"),
        *changed,
        w.paragraph("We used this rule: ", w.name(fields.rule_used), ".", element="rule_used"),
    )


def about_the_group(w: Writer) -> tuple[Block, ...]:
    """Say who the group is, and that it can be told more."""
    return (
        w.heading("Who looks at it now"),
        w.paragraph(
            "The group is called the QIO. It is not part of your plan. It looks at our papers, and"
            " it makes its own choice. It will tell you. Its phone number is on the paper that you"
            " got about the end of your care.",
            element="quality_organization",
        ),
        w.paragraph(
            "Do you think you still need this care? Tell the group why. You or your doctor can"
            " send it papers too.",
            element="give_evidence",
        ),
    )


def the_care(w: Writer, fields: EndReasonsFields) -> Facts:
    """Say whose care this letter is about, and since when we know that the group was asked."""
    case = fields.case
    return w.facts(
        "What this letter is about",
        w.fact("Member", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("Care", case.asked, element="asked"),
        w.fact("From", w.name(fields.provider)),
        w.fact("The QIO was asked: we heard on", w.day(case.received_on)),
        w.fact("Our number", w.name(case.request_number)),
    )
