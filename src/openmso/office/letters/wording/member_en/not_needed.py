"""To the member: this care needs no approval from us, and why."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import NotNeededBecause, NotNeededFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def not_needed(w: Writer, fields: NotNeededFields) -> tuple[Block, ...]:
    case = fields.case
    if fields.because is NotNeededBecause.EMERGENCY:
        why = w.paragraph("Emergency care never needs our approval.", element="why_not_needed")
    else:
        why = w.paragraph(
            "We have a list of the care that needs our approval. This care is not on the list. We"
            " looked at ",
            w.name(f"{fields.list_name}, {fields.list_edition}"),
            ".",
            element="why_not_needed",
        )
    return (
        w.lead("You do not need our approval for ", case.asked, "."),
        why,
        w.paragraph(
            "This is true for care on ",
            w.day(fields.care_on),
            ". Your receipt number is ",
            w.name(fields.receipt_number),
            ".",
            element="receipt_number",
        ),
        w.paragraph(
            "This letter does not say that all costs will be paid. On the day of care, you must"
            " still be a member of the plan. You may have to pay a share of the cost.",
            element="no_guarantee",
        ),
        the_request(w, case),
    )
