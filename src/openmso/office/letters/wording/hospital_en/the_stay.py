"""The facts at the top of every letter about a stay."""

from openmso.office.letters.blocks import Fact, Facts
from openmso.office.letters.fields import CaseFacts
from openmso.office.letters.wording.writer import Writer


def the_stay(w: Writer, case: CaseFacts, *more: Fact) -> Facts:
    return w.facts(
        "Stay",
        w.fact("Stay number", w.name(case.request_number)),
        w.fact("Patient", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("Hospital", w.name(case.requested_by)),
        w.fact("We were told", w.day(case.received_on), element="asked"),
        *more,
    )
