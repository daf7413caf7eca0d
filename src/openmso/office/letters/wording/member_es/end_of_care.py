"""What both letters about the end of care say in Spanish: the reasons, and who looks at them."""

from openmso.office.letters.blocks import Block, Facts
from openmso.office.letters.fields import EndReasonsFields
from openmso.office.letters.wording.writer import Writer


def the_reasons(w: Writer, fields: EndReasonsFields) -> tuple[Block, ...]:
    """Say why, what changed since the last time, and by which rule."""
    changed: tuple[Block, ...] = (
        (
            w.paragraph(
                "Esto es lo que cambió desde la última vez que el grupo lo estudió: ",
                fields.what_changed,
                element="what_changed",
            ),
        )
        if fields.what_changed
        else ()
    )
    return (
        w.heading("Por qué pensamos así"),
        w.paragraph(fields.why, element="why_care_ends"),
        *changed,
        w.paragraph("Usamos esta regla: ", w.name(fields.rule_used), ".", element="rule_used"),
    )


def about_the_group(w: Writer) -> tuple[Block, ...]:
    """Say who the group is, and that it can be told more."""
    return (
        w.heading("Quién lo estudia ahora"),
        w.paragraph(
            "El grupo se llama QIO. No es parte de su plan. Lee nuestros papeles y decide por su"
            " cuenta. Le avisará a usted. Su número de teléfono está en el papel que usted recibió"
            " sobre el fin de su atención.",
            element="quality_organization",
        ),
        w.paragraph(
            "¿Piensa que todavía necesita esta atención? Diga al grupo por qué. Usted o su médico"
            " también pueden mandarle papeles.",
            element="give_evidence",
        ),
    )


def the_care(w: Writer, fields: EndReasonsFields) -> Facts:
    """Say whose care this letter is about, and since when we know that the group was asked."""
    case = fields.case
    return w.facts(
        "De qué trata esta carta",
        w.fact("Miembro", w.name(case.member_name)),
        w.fact("Número de miembro", w.name(case.member_number)),
        w.fact("Plan de salud", w.name(case.plan_name)),
        w.fact("Atención", case.asked, element="asked"),
        w.fact("De", w.name(fields.provider)),
        w.fact("Supimos de su pedido al QIO el", w.day(case.received_on)),
        w.fact("Nuestro número", w.name(case.request_number)),
    )
