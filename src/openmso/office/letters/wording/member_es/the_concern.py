"""The table about a concern that every letter in Spanish about it repeats."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import CaseFacts
from openmso.office.letters.wording.writer import Writer


def the_concern(w: Writer, case: CaseFacts) -> Block:
    return w.facts(
        "Su queja",
        w.fact("Miembro", w.name(case.member_name)),
        w.fact("Número de miembro", w.name(case.member_number)),
        w.fact("Plan de salud", w.name(case.plan_name)),
        w.fact("De qué se trata", case.asked, element="asked"),
        w.fact("La recibimos el", w.day(case.received_on)),
        w.fact("Su número", w.name(case.request_number)),
    )
