"""To the member: your appeal is here, who looks after it, and by when we answer."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealReceivedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def appeal_received(w: Writer, fields: AppealReceivedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("You asked us to look again at our answer about ", case.asked, "."),
        w.paragraph(
            "We got your appeal on ",
            w.day(fields.filed_on),
            ". It was sent by ",
            w.name(fields.filed_by),
            ". Its number is ",
            w.name(fields.appeal_number),
            ".",
            element="received_on",
        ),
        *_when(w, fields),
        *_open_points(w, fields),
        w.paragraph(
            "A doctor who had no part in the first answer will look at it. That doctor will read"
            " all that you and your doctor send us."
        ),
        w.paragraph(
            "Do you have more papers that may help? Send them to us now. You can also tell us in"
            " your own words. Do it by phone or by mail.",
            element="give_evidence",
        ),
        w.paragraph(
            "Do you have a question? Ask for ",
            w.name(f"{fields.contact.name}, {fields.contact.title}"),
            ". Call ",
            w.name(fields.contact.phone),
            ", or write to the address on this letter.",
            element="contact_person",
        ),
        the_request(w, case),
    )


def _when(w: Writer, fields: AppealReceivedFields) -> tuple[Block, ...]:
    if fields.decide_by is None:
        return (
            w.paragraph(
                "We will answer as soon as we can. We will write to you.", element="expected_on"
            ),
        )
    return (
        w.paragraph(
            "We will answer by ",
            w.moment(fields.decide_by, fields.case.time_zone),
            ". We will write to you. ",
            _speed(fields),
            element="expected_on",
        ),
    )


def _speed(fields: AppealReceivedFields) -> str:
    if fields.case.claim is not None:
        return "You had the care, so a wait for this answer can not harm you. We can not go fast."
    if fields.expedited:
        return "We will go fast, because a wait could harm you."
    return "Could a wait harm you? Call us, or ask your doctor to call us. Then we go fast."


def _open_points(w: Writer, fields: AppealReceivedFields) -> tuple[Block, ...]:
    found: list[Block] = []
    if fields.paper_awaited:
        found.append(
            w.paragraph(
                "We need one more paper. It must say that this person may ask for you. You must"
                " sign it. Call us, and we send you the form.",
                element="paper_awaited",
            )
        )
    if fields.waiver_awaited:
        found.append(
            w.paragraph(
                "The one who gave you the care asks us to pay. They must first sign a paper. It"
                " must say that they will not bill you for this care, no matter how it ends.",
                element="paper_awaited",
            )
        )
    if fields.last_day is not None:
        found.append(
            w.paragraph(
                "The last day to ask was ",
                w.last_day(fields.last_day),
                ". Were you sick, or was there a good reason to be late? Please tell us.",
                element="came_late",
            )
        )
    if fields.regulator:
        found.append(
            w.paragraph(
                "Your case is urgent. So you can ask the State for help right now. You do not have"
                " to wait for us.",
                element="regulator_right",
            )
        )
    return tuple(found)
