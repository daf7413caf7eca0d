"""To the member: we found no coverage with us for that day, and what to do about it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import NotEligibleBecause, NotEligibleFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request


def not_eligible(w: Writer, fields: NotEligibleFields) -> tuple[Block, ...]:
    line = w.letterhead.line_for("member_services")
    return (
        w.lead("We did not find that you are with us on ", w.day(fields.care_on), "."),
        w.paragraph(
            "Your doctor asked us for ",
            fields.case.asked,
            ". We did not say no to this care. No one here has looked at whether you need it. We"
            " can only do that for people who are with one of our medical groups on the day of"
            " care.",
            element="not_a_denial",
        ),
        w.paragraph(*_what_we_know(w, fields), element="why_not_eligible"),
        w.heading("What you can do now"),
        w.items(
            w.say(
                w.strong("Do you have a new plan or a new medical group? "),
                "Show your new card to your doctor. Your doctor can then ask the right place.",
            ),
            w.say(
                w.strong("Do you think this is wrong? "),
                "Call us at ",
                w.number_of(line),
                ". Have your health plan card near you. We will look again. If we find you, your"
                " doctor does not have to ask again.",
            ),
            w.say(
                w.strong("Do you have no plan now? "),
                "Call us too. We can tell you where to ask about one.",
            ),
            element="what_next",
        ),
        the_request(w, fields.case),
    )


def _what_we_know(w: Writer, fields: NotEligibleFields) -> tuple[Part, ...]:
    known = w.name(" / ".join(filter(None, (fields.known_plan, fields.known_ipa))))
    day = w.last_day(fields.turning_on) if fields.turning_on else ""
    match fields.because:
        case NotEligibleBecause.ENDED:
            return ("We have you with ", known, ". Our list says that your last day was ", day, ".")
        case NotEligibleBecause.NOT_BEGUN:
            return ("We have you with ", known, ". Our list says that you start on ", day, ".")
        case NotEligibleBecause.NOT_WITH_US:
            return ("Our list does not show you with any of our medical groups for that day.",)
