"""To the member: what to do after a visit or a stay, and when we will call."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import CareInstructionsFields
from openmso.office.letters.wording.writer import Writer


def care_instructions(w: Writer, fields: CareInstructionsFields) -> tuple[Block, ...]:
    after = "your stay at " if fields.after_a_stay else "your visit to "
    return (
        w.lead("Here is what to do after ", after, w.name(fields.from_whom), "."),
        w.paragraph("They told you this on ", w.day(fields.given_on), "."),
        w.items(*(w.say(step) for step in fields.steps), element="care_steps", numbered=True),
        w.paragraph(
            "We will see how you are by ",
            w.last_day(fields.follow_up_on),
            ". Do you feel worse, or is a step not clear? Do not wait for us. Call us, or call"
            " your doctor.",
            element="follow_up",
        ),
        w.facts(
            "About you",
            w.fact("Member", w.name(fields.case.member_name)),
            w.fact("Health plan", w.name(fields.case.plan_name)),
            w.fact("Who looks after you", w.name(fields.manager)),
            w.fact("Case number", w.name(fields.case.request_number)),
        ),
    )
