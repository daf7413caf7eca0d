"""To the hospital: our physician disagrees, can be talked to, and the plan pays meanwhile."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import HospitalDisagreementFields
from openmso.office.letters.wording.writer import Writer

from .the_night import the_night


def hospital_disagreement(w: Writer, fields: HospitalDisagreementFields) -> tuple[Block, ...]:
    case, person = fields.case, fields.physician
    return (
        w.lead("Our physician does not agree with the care asked for. Talk to us now."),
        w.facts(
            "Answer",
            w.fact("Clinical reason", w.quoted(fields.clinical_reason), element="clinical_reason"),
            w.fact(
                "Physician",
                w.name(f"{person.name}, {person.title}. Direct telephone: {person.phone}"),
                element="responsible_professional",
            ),
            w.fact("Answered", w.moment(fields.answered_at, case.time_zone), element="decided"),
        ),
        w.box(
            "Consultation",
            w.paragraph(
                "The treating physician may talk to our physician at once. Call ",
                w.strong(person.phone),
                ".",
            ),
            element="peer_to_peer",
        ),
        w.paragraph(
            "Care need not stop. The plan stays responsible until its own physician takes over, the"
            " patient is moved into the care of one, both sides agree, or the patient goes home.",
            element="until_when",
        ),
        w.note("Rule: ", w.name(fields.citation), ".", element="rule_used"),
        the_night(w, case, fields.night),
    )
