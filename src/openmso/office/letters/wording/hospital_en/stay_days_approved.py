"""To the hospital: days of a stay are approved, and when we look again."""

from datetime import timedelta

from openmso.office.letters.blocks import Block, Fact
from openmso.office.letters.fields import StayDaysApprovedFields
from openmso.office.letters.wording.writer import Writer

from .the_stay import the_stay

_ONE_DAY = timedelta(days=1)


def stay_days_approved(w: Writer, fields: StayDaysApprovedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Approved: ", case.asked, "."),
        w.facts(
            "Days",
            w.fact("First day", w.day(fields.first_day), element="approved"),
            w.fact("Last day", w.last_day(fields.until_on - _ONE_DAY)),
            *_next_review(w, fields),
            w.fact("Answered", w.moment(fields.decided_at, case.time_zone), element="decided"),
        ),
        w.paragraph(
            "Send us clinical notes by the day of the next review if the patient needs more days."
        ),
        the_stay(w, case),
    )


def _next_review(w: Writer, fields: StayDaysApprovedFields) -> tuple[Fact, ...]:
    if fields.next_review_on is None:
        return ()
    return (w.fact("Next review", w.day(fields.next_review_on)),)
