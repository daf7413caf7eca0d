"""To the practice: approved, with number, units, first and last day."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Approval, ApprovalFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_approval, the_request

NO_GUARANTEE = (
    "An authorization is not a guarantee of payment. Payment depends on the patient’s eligibility"
    " on the date of service and on the benefits of the plan. Check eligibility on the day of care."
)


def approval(w: Writer, fields: ApprovalFields) -> tuple[Block, ...]:
    case, granted = fields.case, fields.approval
    return (
        w.lead("Approved: ", granted.approved, "."),
        the_approval(w, case, granted),
        *terms(w, granted),
        the_request(w, case),
    )


def terms(w: Writer, approval: Approval) -> tuple[Block, ...]:
    """State the conditions and what an authorization is not."""
    conditions: tuple[Block, ...] = (
        (
            w.paragraph("Conditions:"),
            w.items(*(w.say(each) for each in approval.conditions), element="conditions"),
        )
        if approval.conditions
        else ()
    )
    kept: tuple[Block, ...] = (
        (
            w.paragraph(
                "Care given in good faith under this authorization is protected: the"
                " authorization may not be rescinded or changed afterwards.",
                element="not_taken_back",
            ),
        )
        if approval.may_not_be_taken_back
        else ()
    )
    return (
        *conditions,
        w.paragraph(NO_GUARANTEE, element="no_guarantee"),
        *kept,
    )
