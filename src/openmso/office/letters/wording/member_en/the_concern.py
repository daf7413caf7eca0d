"""The table about a concern that every letter about it repeats."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import CaseFacts
from openmso.office.letters.wording.writer import Writer


def the_concern(w: Writer, case: CaseFacts) -> Block:
    return w.facts(
        "Your concern",
        w.fact("Member", w.name(case.member_name)),
        w.fact("Member number", w.name(case.member_number)),
        w.fact("Health plan", w.name(case.plan_name)),
        w.fact("What it is about", case.asked, element="asked"),
        w.fact("We got it on", w.day(case.received_on)),
        w.fact("Its number", w.name(case.request_number)),
    )
