"""To the member, in Spanish: the plan we made with you, your goals, and your say in it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import CarePlanFields
from openmso.office.letters.wording.writer import Writer


def care_plan(w: Writer, fields: CarePlanFields) -> tuple[Block, ...]:
    goals: tuple[Block, ...] = (
        (w.items(*(w.say(goal) for goal in fields.goals), element="care_goals"),)
        if fields.goals
        else (
            w.paragraph(
                "Usted todavía no nos ha dicho una meta. Díganos la suya.", element="care_goals"
            ),
        )
    )
    return (
        w.lead("Este es su plan de cuidado."),
        w.paragraph(fields.about, element="care_about"),
        w.heading("Lo que haremos"),
        w.items(*(w.say(step) for step in fields.steps), element="care_steps"),
        w.heading("Sus metas"),
        *goals,
        *_specialists(w, fields),
        w.heading("Usted decide con nosotros"),
        w.paragraph(
            "¿Hay algo que no quiere, o que quiere de otra manera? Díganos. Puede llamarnos o"
            " escribirlo en su página de nuestro sitio. Guardamos lo que usted dice con su plan y"
            " le contestaremos.",
            element="have_a_say",
        ),
        w.facts(
            "Su plan",
            w.fact("Miembro", w.name(fields.case.member_name)),
            w.fact("Plan de salud", w.name(fields.case.plan_name)),
            w.fact("Su médico para este plan", w.name(fields.doctor)),
            w.fact("Quién lo atiende", w.name(fields.manager)),
            w.fact("Número del plan", w.name(fields.case.request_number)),
            w.fact("Edición", w.name(str(fields.edition))),
        ),
    )


def _specialists(w: Writer, fields: CarePlanFields) -> tuple[Block, ...]:
    if not fields.specialists:
        return ()
    return (
        w.heading("Médicos que puede ver cuando quiera"),
        w.paragraph(
            "Puede verlos todas las veces que lo necesite. No tiene que pedirnos permiso antes."
        ),
        w.items(
            *(
                w.say(
                    w.name(f"{one.name}, {one.specialty}"), ", hasta el ", w.last_day(one.last_day)
                )
                for one in fields.specialists
            ),
            element="care_specialists",
        ),
    )
