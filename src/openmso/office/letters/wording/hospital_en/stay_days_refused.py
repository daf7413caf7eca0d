"""To the hospital: a physician refuses further days and can be talked to; care goes on."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import StayDaysRefusedFields
from openmso.office.letters.wording.writer import Writer

from .the_stay import the_stay


def stay_days_refused(w: Writer, fields: StayDaysRefusedFields) -> tuple[Block, ...]:
    case, person, rule = fields.case, fields.physician, fields.rule
    return (
        w.lead("Our physician does not approve further ", case.asked, "."),
        w.facts(
            "Answer",
            w.fact("Not approved from", w.day(fields.from_on)),
            w.fact("Clinical reason", w.quoted(fields.clinical_reason), element="clinical_reason"),
            w.fact(
                "Criterion", w.name(f"{rule.name}, edition {rule.edition}"), element="rule_used"
            ),
            w.fact(
                "Physician",
                w.name(f"{person.name}, {person.title}. Telephone: {person.phone}"),
                element="responsible_professional",
            ),
            w.fact("Answered", w.moment(fields.decided_at, case.time_zone), element="decided"),
        ),
        w.box(
            "Talk to us",
            w.paragraph(
                "The treating physician may talk to our physician. Call ",
                w.strong(person.phone),
                ".",
            ),
            element="peer_to_peer",
        ),
        w.paragraph(
            "Care goes on. Nothing stops before the treating physician knows of this answer and has"
            " agreed to a plan of care that is right for the patient.",
            element="care_goes_on",
        ),
        the_stay(w, case),
    )
