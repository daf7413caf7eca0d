"""To the member, in Spanish: what to do after a visit or a stay, and when we will call."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import CareInstructionsFields
from openmso.office.letters.wording.writer import Writer


def care_instructions(w: Writer, fields: CareInstructionsFields) -> tuple[Block, ...]:
    after = "su estancia en " if fields.after_a_stay else "su visita a "
    return (
        w.lead("Esto es lo que debe hacer después de ", after, w.name(fields.from_whom), "."),
        w.paragraph("Se lo dijeron el ", w.day(fields.given_on), "."),
        w.items(*(w.say(step) for step in fields.steps), element="care_steps", numbered=True),
        w.paragraph(
            "Veremos cómo está usted a más tardar el ",
            w.last_day(fields.follow_up_on),
            ". ¿Se siente peor o no entiende algún paso? No espere. Llámenos o llame a su médico.",
            element="follow_up",
        ),
        w.facts(
            "Sobre usted",
            w.fact("Miembro", w.name(fields.case.member_name)),
            w.fact("Plan de salud", w.name(fields.case.plan_name)),
            w.fact("Quién le atiende", w.name(fields.manager)),
            w.fact("Número del caso", w.name(fields.case.request_number)),
        ),
    )
