"""To the practice: no coverage with us on the day of service, what we know, and what to check."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import NotEligibleBecause, NotEligibleFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request

_LAST_DAYS = {
    NotEligibleBecause.ENDED: "Coverage ended, last day",
    NotEligibleBecause.NOT_BEGUN: "Coverage begins",
    NotEligibleBecause.NOT_WITH_US: "Coverage",
}


def not_eligible(w: Writer, fields: NotEligibleFields) -> tuple[Block, ...]:
    return (
        w.lead("We found no coverage with us on ", w.day(fields.care_on), "."),
        w.paragraph(
            "This is not a denial. Nobody has judged whether the care is needed; we answer for"
            " members of our medical groups only.",
            element="not_a_denial",
        ),
        the_request(
            w,
            fields.case,
            w.fact("Date of service", w.day(fields.care_on)),
            w.fact("Known to us", w.name(_known(fields))),
            w.fact(
                _LAST_DAYS[fields.because], *_what_we_know(w, fields), element="why_not_eligible"
            ),
        ),
        w.heading("What to do"),
        w.items(
            w.say("Check the date of service and the member’s current card."),
            w.say(
                "If the member has another plan or medical group, send the request there. It has"
                " not been passed on."
            ),
            w.say(
                "If our record is wrong, call us or write to us on this request in the portal. We"
                " can open it again; you need not send it anew."
            ),
            element="what_next",
        ),
        w.paragraph("Emergency services need no authorization, whoever covers the member."),
    )


def _known(fields: NotEligibleFields) -> str:
    return ", ".join(filter(None, (fields.known_plan, fields.known_ipa)))


def _what_we_know(w: Writer, fields: NotEligibleFields) -> tuple[Part, ...]:
    if fields.turning_on:
        return (w.last_day(fields.turning_on),)
    return ("none with our medical groups on record for that day",)
