"""To the member: your appeal takes the usual time, why, and how to make it fast after all."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealNotFastFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request


def appeal_not_fast(w: Writer, fields: AppealNotFastFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("You asked us to be fast. We will take the usual time to look at your appeal."),
        w.paragraph(
            "Your appeal is about ",
            case.asked,
            ". It has the number ",
            w.name(fields.appeal_number),
            ". We made this choice on ",
            w.day(fields.refused_on),
            ". We did not say no to your appeal. We still look at it, and the time began on the"
            " day we first got it.",
            *_by(w, fields),
            element="handled_as_standard",
        ),
        w.heading("Why it can wait"),
        w.paragraph(fields.reason, element="reason"),
        w.heading("Your doctor can make it fast"),
        w.paragraph(
            "Could a wait harm you? Ask your doctor to call us or to write to us. Your doctor must"
            " say that a wait could harm your health. Then we must go fast. We can not say no to"
            " that. You can ask us again at any time.",
            element="ask_again_with_doctor",
        ),
        *_object(w, fields),
        the_request(w, case),
    )


def _by(w: Writer, fields: AppealNotFastFields) -> tuple[Part, ...]:
    if fields.decide_by is None:
        return ()
    return (" We will answer by ", w.moment(fields.decide_by, fields.case.time_zone), ".")


def _object(w: Writer, fields: AppealNotFastFields) -> tuple[Block, ...]:
    number = w.number_of(w.letterhead.line_for("grievances", "utilization_management"))
    within = next((one.answer_within for one in fields.remedies if one.answer_within), None)
    answer = (" We must answer within ", w.length(within), ".") if within else ()
    return (
        w.heading("Tell us if you do not agree"),
        w.paragraph(
            "If you think we should be fast, you can file a fast complaint. Call ",
            number,
            ".",
            *answer,
            element="fast_grievance",
        ),
        w.paragraph(
            "It is called a grievance. You can also write to us at the address on this letter. It"
            " is free. No one will treat you worse if you ask.",
            element="grievance",
        ),
    )
