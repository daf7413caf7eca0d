"""The facts at the top of every copy to a practice."""

from openmso.office.letters.blocks import Fact, Facts
from openmso.office.letters.fields import Approval, CaseFacts, ValidityEnd
from openmso.office.letters.wording.services import granted, services
from openmso.office.letters.wording.writer import Part, Writer


def the_request(w: Writer, case: CaseFacts, *more: Fact) -> Facts:
    return w.facts(
        "Request",
        w.fact("Request number", w.name(case.request_number)),
        w.fact("Patient", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("Requested by", w.name(case.requested_by)),
        w.fact("Received", w.day(case.received_on)),
        w.fact("Requested", *services(w, case), element="asked"),
        *more,
    )


def the_approval(w: Writer, case: CaseFacts, approval: Approval) -> Facts:
    validity = approval.validity
    last = w.last_day(validity.last_day) if validity.last_day else w.strong("no fixed last day")
    return w.facts(
        "Authorization",
        w.fact(
            "Authorization number",
            w.name(approval.authorization_number),
            element="authorization_number",
        ),
        w.fact("Approved", approval.approved, element="approved"),
        w.fact("Services", *granted(w, case), element="units"),
        w.fact("Place of care", w.name(approval.care_from)),
        w.fact("First day", w.day(validity.first_day), element="valid_from"),
        w.fact("Last day", last, element="valid_until"),
        w.fact("Why that day", *why_that_day(w, case, approval), element="why_that_day"),
        w.fact("Decided", w.day(approval.decided_on), element="decided"),
    )


def why_that_day(w: Writer, case: CaseFacts, approval: Approval) -> tuple[Part, ...]:
    match approval.validity.end:
        case ValidityEnd.TERM:
            if approval.validity.term is None:
                raise ValueError("an approval that ends with its term must say how long it is")
            return ("End of the term of ", w.length(approval.validity.term))
        case ValidityEnd.COVERAGE:
            return ("End of the patient’s coverage with ", w.name(case.plan_name))
        case ValidityEnd.COURSE_OF_CARE:
            return ("Valid while the course of care stays medically necessary",)
