"""What every letter to a member repeats about the request."""

from openmso.office.letters.blocks import Facts, Run
from openmso.office.letters.fields import Approval, CaseFacts, Claim, ValidityEnd
from openmso.office.letters.wording.services import granted, services
from openmso.office.letters.wording.writer import Writer


def the_request(w: Writer, case: CaseFacts) -> Facts:
    """Say which request, or which claim, this letter is about."""
    if case.claim is not None:
        return _the_claim(w, case, case.claim)
    return w.facts(
        "The request",
        w.fact("Member", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("Asked for by", w.name(case.requested_by)),
        w.fact("What was asked", *services(w, case), element="asked"),
        w.fact("We got it on", w.day(case.received_on)),
        w.fact("Request number", w.name(case.request_number)),
    )


def _the_claim(w: Writer, case: CaseFacts, claim: Claim) -> Facts:
    return w.facts(
        "The claim",
        w.fact("Member", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("Who gave the care", w.name(case.requested_by)),
        w.fact("The care", w.quoted(claim.service), element="asked"),
        w.fact("Day of the care", w.day(claim.served_on)),
        w.fact("Not paid", w.name(claim.amount)),
        w.fact("Date of the first letter", w.day(case.received_on)),
        w.fact("Claim number", w.name(case.request_number)),
    )


def the_approval(w: Writer, case: CaseFacts, approval: Approval) -> Facts:
    """Say what was granted, under which number, from when to when."""
    validity = approval.validity
    last = w.last_day(validity.last_day) if validity.last_day else w.strong("no set last day")
    return w.facts(
        "What we approved",
        w.fact("Approved", approval.approved, element="approved"),
        w.fact("Services", *granted(w, case), element="units"),
        w.fact(
            "Approval number", w.name(approval.authorization_number), element="authorization_number"
        ),
        w.fact("First day", w.day(validity.first_day), element="valid_from"),
        w.fact("Last day", last, element="valid_until"),
        w.fact("Where to go", w.name(approval.care_from)),
    )


def why_that_day(w: Writer, case: CaseFacts, approval: Approval) -> tuple[str | Run, ...]:
    """Say why the approval ends when it ends."""
    match approval.validity.end:
        case ValidityEnd.TERM:
            if approval.validity.term is None:
                raise ValueError("an approval that ends with its term must say how long it is")
            term = w.length(approval.validity.term)
            return ("An approval is good for ", term, ". That is why it ends then.")
        case ValidityEnd.COVERAGE:
            plan = w.name(case.plan_name)
            return ("Your time with ", plan, " ends on that day. So the approval ends then too.")
        case ValidityEnd.COURSE_OF_CARE:
            return ("It stays good for as long as you need this care.",)
