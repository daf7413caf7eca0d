"""To the member: your appeal ended without an answer, why, and what to do about it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealClosedFields, AppealEnd
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request


def appeal_closed(w: Writer, fields: AppealClosedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("We closed your appeal about ", case.asked, ". We did not look at the care again."),
        w.paragraph(
            "Your appeal had the number ",
            w.name(fields.appeal_number),
            ". We closed it on ",
            w.day(fields.ended_on),
            ". ",
            *_why(w, fields),
            element="reason",
        ),
        w.paragraph(
            "Do you think that this is wrong? Call us or write to us and tell us why. You can ask"
            " us to open it again. It is free. If you want help, we will help you.",
            element="ask_to_reopen",
        ),
        w.paragraph(
            "Our first answer about the payment did not change."
            if case.claim
            else "Our first answer about the care did not change. You or your doctor can ask for"
            " the care again at any time."
        ),
        the_request(w, case),
    )


def _why(w: Writer, fields: AppealClosedFields) -> tuple[Part, ...]:
    match fields.end:
        case AppealEnd.WITHDRAWN:
            return (w.name(fields.by), " took it back.")
        case AppealEnd.NO_AUTHORITY:
            return ("We did not get the paper that lets this person ask for you.",)
        case AppealEnd.NO_WAIVER:
            return ("The one who gave you the care did not sign the paper that the law asks for.",)
        case AppealEnd.LATE:
            last = w.last_day(fields.last_day) if fields.last_day else w.name("")
            return ("It came too late. The last day was ", last, ".")
