"""To the hospital: the care after stabilization is approved."""

from openmso.office.letters.blocks import Block, Fact
from openmso.office.letters.fields import HospitalApprovalFields
from openmso.office.letters.wording.writer import Writer

from .the_night import the_night


def hospital_approval(w: Writer, fields: HospitalApprovalFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Approved: care after stabilization."),
        w.facts(
            "Authorization",
            w.fact(
                "Authorization number",
                w.name(fields.authorization_number),
                element="authorization_number",
            ),
            w.fact("Approved", w.quoted(fields.approved), element="approved"),
            w.fact("Level of care", w.name(fields.level_of_care)),
            *_next_review(w, fields),
            w.fact("Answered", w.moment(fields.answered_at, case.time_zone), element="decided"),
        ),
        w.paragraph(
            "Whether your hospital has a contract with us plays no part. The patient is not to be"
            " billed for what the plan owes.",
            element="not_the_patient",
        ),
        the_night(w, case, fields.night),
    )


def _next_review(w: Writer, fields: HospitalApprovalFields) -> tuple[Fact, ...]:
    if fields.next_review_on is None:
        return ()
    return (w.fact("Next review", w.day(fields.next_review_on)),)
