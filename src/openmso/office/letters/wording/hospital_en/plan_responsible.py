"""To the hospital: nobody answered in time, so the plan is responsible, and since when."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import PlanResponsibleFields
from openmso.office.letters.wording.writer import Writer

from .the_night import the_night


def plan_responsible(w: Writer, fields: PlanResponsibleFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("You had no answer in time. The plan is responsible for the care you asked for."),
        w.paragraph(
            "The answer was due by ",
            w.moment(fields.due_at, case.time_zone),
            ". The plan is responsible from that minute.",
            element="due_at",
        ),
        w.paragraph(
            "It stays so until its own physician takes over, the patient is moved into the care of"
            " one, both sides agree, or the patient goes home. Whether your hospital has a contract"
            " plays no part, and the patient is not to be billed for what the plan owes.",
            element="until_when",
        ),
        w.note("Rule: ", w.name(fields.citation), ".", element="rule_used"),
        the_night(w, case, fields.night),
    )
