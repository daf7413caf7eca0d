"""Why a request was refused, who is responsible, and how to talk to that person."""

from openmso.office.letters.blocks import Block, Fact
from openmso.office.letters.fields import CaseFacts, Ground, Refusal
from openmso.office.letters.wording.writer import Writer

GROUNDS = {
    Ground.NOT_NECESSARY: "Medical appropriateness",
    Ground.NOT_COVERED: "Not a covered benefit",
}


def why_not(w: Writer, case: CaseFacts, refusal: Refusal) -> tuple[Block, ...]:
    rule, person = refusal.rule, refusal.responsible
    used = ", ".join(part for part in (rule.name, rule.edition, rule.section) if part)
    return (
        w.facts(
            "Decision",
            w.fact("Ground", GROUNDS[refusal.ground]),
            w.fact("Reason", refusal.reason, element="reason"),
            w.fact("Clinical reason", refusal.clinical_reason, element="clinical_reason"),
            *_try_first(w, refusal),
            w.fact("Criterion or benefit section", w.name(used), element="rule_used"),
            w.fact("Decided", w.day(refusal.decided_on), element="decided"),
            w.fact(
                "Responsible",
                w.name(f"{person.name}, {person.title}. Direct telephone: {person.phone}"),
                element="responsible_professional",
            ),
        ),
        *_peer_to_peer(w, case, refusal),
        w.paragraph(
            "The criterion used is available to you and to the patient at no charge. Criteria are"
            " guidelines; the decision was made on the facts of this patient.",
            element="free_copies",
        ),
    )


def _try_first(w: Writer, refusal: Refusal) -> tuple[Fact, ...]:
    if refusal.alternative is None:
        return ()
    return (w.fact("To try first", refusal.alternative, element="try_first"),)


def _peer_to_peer(w: Writer, case: CaseFacts, refusal: Refusal) -> tuple[Block, ...]:
    offer = refusal.peer_to_peer
    if offer is None:
        return ()
    until = (" until ", w.moment(offer.until, case.time_zone)) if offer.until else ()
    return (
        w.box(
            "Talk to our physician",
            w.paragraph(
                "You may discuss this decision with the physician who made it. Call ",
                w.strong(offer.phone),
                *until,
                ". The patient’s right to ask for a review does not depend on this call.",
            ),
            element="peer_to_peer",
        ),
    )
