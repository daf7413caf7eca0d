"""To the member: the health plan decides this one, and we passed it on."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ForwardedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def forwarded(w: Writer, fields: ForwardedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Your health plan will decide about ", case.asked, "."),
        w.paragraph(
            "Your doctor asked us for this care. For this kind of care, the plan decides and not"
            " we. Your plan is ",
            w.name(case.plan_name),
            ". We did not say yes or no.",
            element="who_decides",
        ),
        w.paragraph(
            "We sent the request to your plan on ",
            w.day(fields.forwarded_on),
            ". You and your doctor do not have to send it again.",
            element="forwarded_on",
        ),
        w.paragraph(
            "Your plan will write to you and tell you what it decided. Do you want to ask about it"
            " now? Call the number on your health plan card. You can also call us. If a wait could"
            " harm you, tell your plan or your doctor right away. Then the plan can go fast.",
            element="what_next",
        ),
        the_request(w, case),
    )
