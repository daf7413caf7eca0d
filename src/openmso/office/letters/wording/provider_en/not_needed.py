"""To the practice: no authorization is needed, by which list, for which day."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import NotNeededBecause, NotNeededFields
from openmso.office.letters.wording.writer import Writer

from .approval import NO_GUARANTEE
from .the_request import the_request


def not_needed(w: Writer, fields: NotNeededFields) -> tuple[Block, ...]:
    case = fields.case
    why = (
        "Emergency services need no authorization."
        if fields.because is NotNeededBecause.EMERGENCY
        else f"The service is not on the authorization list: {fields.list_name},"
        f" {fields.list_edition}."
    )
    return (
        w.lead("No authorization is needed for ", case.asked, "."),
        w.paragraph(why, element="why_not_needed"),
        the_request(
            w,
            case,
            w.fact("Date of service", w.day(fields.care_on)),
            w.fact("Receipt number", w.name(fields.receipt_number), element="receipt_number"),
        ),
        w.paragraph(NO_GUARANTEE, element="no_guarantee"),
    )
