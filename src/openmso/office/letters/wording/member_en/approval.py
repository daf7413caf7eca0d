"""To the member: we said yes, to what, from when to when, and why that last day."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Approval, ApprovalFields, CaseFacts
from openmso.office.letters.wording.writer import Writer

from .the_request import the_approval, the_request, why_that_day


def approval(w: Writer, fields: ApprovalFields) -> tuple[Block, ...]:
    case, granted = fields.case, fields.approval
    return (
        w.lead("We said yes to ", granted.approved, "."),
        w.paragraph(
            "We made this choice on ",
            w.day(granted.decided_on),
            ". You can get this care now. Call the office that will give you the care. Have the"
            " approval number with you.",
            element="decided",
        ),
        the_approval(w, case, granted),
        *using_it(w, case, granted),
        the_request(w, case),
    )


def using_it(w: Writer, case: CaseFacts, approval: Approval) -> tuple[Block, ...]:
    """Say why the last day is the last day, what the conditions are, and what is not promised."""
    conditions: tuple[Block, ...] = (
        (
            w.paragraph("Please note:"),
            w.items(*(w.say(each) for each in approval.conditions), element="conditions"),
        )
        if approval.conditions
        else ()
    )
    kept: tuple[Block, ...] = (
        (
            w.paragraph(
                "Once your doctor gave you the care in good faith, no one may take this approval"
                " back.",
                element="not_taken_back",
            ),
        )
        if approval.may_not_be_taken_back
        else ()
    )
    return (
        w.heading("How long it is good"),
        w.paragraph(*why_that_day(w, case, approval), element="why_that_day"),
        *conditions,
        w.paragraph(
            "This letter does not say that all costs will be paid. On the day of care, you must"
            " still be a member of the plan. You may have to pay a share of the cost.",
            element="no_guarantee",
        ),
        *kept,
    )
