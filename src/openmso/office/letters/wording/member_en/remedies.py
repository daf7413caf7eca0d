"""The words that tell a member, in English, what can be done about a decision."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Remedy
from openmso.office.letters.wording.remedies import Passage, RemedyWords, remedies_told
from openmso.office.letters.wording.writer import Writer

WORDS = RemedyWords(
    heading="What you can do now",
    plan_appeal_title="Ask us to look again (an appeal)",
    grievance_title="Ask us to look again (a grievance)",
    how=(
        "You, your doctor, or someone you choose can ask. Call {number}. Or write to us at the"
        " address on this letter. It is free."
    ),
    until=(
        "You have {length} from the date on this letter. The last day is {day}. If you had a good"
        " reason to be late, ask us anyway."
    ),
    until_unknown=(
        "Ask soon. We don’t know the last day to ask here. Call us, and we will find out."
    ),
    answer="We must answer within {length}.",
    fast_answer=(
        "If you could be hurt by the wait, ask for a fast answer. Then we must answer within"
        " {length}. Tell us, or ask your doctor to tell us, why it can’t wait."
    ),
    fast_grievance=Passage(
        "Tell us if you do not agree",
        "If you think we should not take more time, you can file a fast complaint. Call {number}.",
    ),
    fast_grievance_answer=" We must answer within {length}.",
    hearing=Passage(
        "Ask for a State hearing",
        "At a hearing, a judge looks at your case. The judge does not work for us. You must first"
        " ask us to look again. If we still say no, you can ask for a hearing. ",
    ),
    hearing_within="You have {length} from the date of our answer to ask. ",
    hearing_end="It is free. You can call us, and we will tell you how to ask.",
    review=Passage(
        "Ask for an outside review (IMR)",
        "The full name is {name}. Doctors who do not work for us look at your case. The State runs"
        " it. It is free. Most of the time, you must first ask us to look again. If it can’t wait,"
        " you may be able to ask right now. ",
    ),
    review_name="Independent Medical Review",
    review_within="You have {length} from the date of our answer to ask. ",
    review_end="You can always ask. The State will tell you if your case fits.",
    keep=Passage(
        "Keep the care you have now",
        "Do you get this care now? You may be able to keep it while we look again.",
    ),
    keep_within=" Ask within {length} of the date on this letter,",
    keep_any_day=" Ask",
    keep_end=" or before the day the care is to stop.",
    keep_by=" The last day to ask is {day}.",
    person="A person must look at this with you. Call us at {number}.",
    others="There are other ways too. They are free.",
    who_decides="Who decides: {who}.",
    answered=" The answer must come within {length}.",
    last_day=" The last day to ask is {day}.",
    whom_to_call=(
        "If you do not agree, call us at {number}. We will tell you how to ask us to change this."
        " It is free."
    ),
    mind="Know this before you choose:",
    someone=Passage(
        "Someone can ask for you. ",
        "This can be a friend, a family member, your doctor or a lawyer. For some, you both"
        " sign a form. Call us, and we will send it.",
    ),
    more_facts=Passage(
        "You can send us more facts. ",
        "Send notes from your doctor or any papers that help your case.",
    ),
    no_reprisal="No one may treat you worse because you ask.",
)


def what_you_can_do(w: Writer, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    """Write every remedy in the order given, then who may help and what to send."""
    return remedies_told(w, WORDS, remedies)
