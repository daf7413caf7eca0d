"""To the member: your concern is here, whom to ask, and by when we answer."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceReceivedFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_concern import the_concern

_NOW = (
    "Your concern is urgent. So you can ask the State for help right now. You do not"
    " have to wait for us."
)
_LATER = "You can also ask the State for help. The paper with this letter tells you how and when."


def grievance_received(w: Writer, fields: GrievanceReceivedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Thank you for telling us. We will look into your concern."),
        w.paragraph(
            "We got it on ",
            w.day(case.received_on),
            ". It came from ",
            w.name(fields.filed_by),
            ". Its number is ",
            w.name(case.request_number),
            ".",
            element="received_on",
        ),
        _when(w, fields),
        *_open_points(w, fields),
        w.paragraph(
            "Do you have more to tell us, or papers that may help? Call us or write to us now.",
            element="give_evidence",
        ),
        w.paragraph(
            "Do you have a question? Ask for ",
            *_whom(w, fields),
            ". Call ",
            w.name(fields.contact.phone),
            ", or write to the address on this letter.",
            element="contact_person",
        ),
        w.paragraph(
            "You may always tell us what is wrong. No one may treat you worse for it.",
            element="no_reprisal",
        ),
        the_concern(w, case),
    )


def _whom(w: Writer, fields: GrievanceReceivedFields) -> tuple[Part, ...]:
    who = fields.contact
    return (w.name(f"{who.name}, {who.title}" if who.name else who.title),)


def _when(w: Writer, fields: GrievanceReceivedFields) -> Block:
    if fields.answer_by is None:
        return w.paragraph(
            "We will answer as soon as we can. We will write to you.", element="expected_on"
        )
    return w.paragraph(
        "We will answer by ",
        w.moment(fields.answer_by, fields.case.time_zone),
        ". We will write to you.",
        " We go fast, as this cannot wait." if fields.expedited else "",
        element="expected_on",
    )


def _open_points(w: Writer, fields: GrievanceReceivedFields) -> tuple[Block, ...]:
    found: list[Block] = []
    if fields.regulator:
        said = _NOW if fields.expedited else _LATER
        found.append(w.paragraph(said, element="regulator_right"))
    if fields.paper_awaited:
        found.append(
            w.paragraph(
                "We need one more paper. It must say that this person may speak for you. You must"
                " sign it. Call us, and we send you the form.",
                element="paper_awaited",
            )
        )
    if fields.about_a_decision:
        found.append(
            w.paragraph(
                "Did we say no to care that you need? Then we will see if this should be an"
                " appeal. You lose no time. Your first day counts."
            )
        )
    return tuple(found)
