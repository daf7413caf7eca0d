"""To the member, in Spanish: what we found about your concern, and what stays open."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceAnsweredFields, GrievanceFinding
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_concern import the_concern

_FOUND = {
    GrievanceFinding.RIGHT: "Usted tenía razón. Esto no debió pasar. Lo sentimos.",
    GrievanceFinding.PARTLY: "Usted tenía razón en parte. Esto es lo que encontramos.",
    GrievanceFinding.NOT_FOUND: "Revisamos su queja. No encontramos que algo saliera mal.",
}


def grievance_answered(w: Writer, fields: GrievanceAnsweredFields) -> tuple[Block, ...]:
    case, who = fields.case, fields.responsible
    return (
        w.lead(_FOUND[fields.finding]),
        w.paragraph(
            "Le dimos esta respuesta el ", w.day(fields.answered_on), ".", element="decided"
        ),
        w.heading("Qué encontramos y qué hacemos"),
        w.paragraph(fields.answer, element="reason"),
        w.paragraph(
            "Terminamos nuestro trabajo sobre esta queja. Puede pedirnos que la revisemos otra"
            " vez.",
            element="status",
        ),
        *_quality(w, fields),
        *what_you_can_do(w, fields.remedies),
        w.paragraph(
            "¿Tiene preguntas? Pregunte por ",
            w.name(f"{who.name}, {who.title}" if who.name else who.title),
            ". Llame al ",
            w.name(who.phone),
            ".",
            element="responsible_professional",
        ),
        the_concern(w, case),
    )


def _quality(w: Writer, fields: GrievanceAnsweredFields) -> tuple[Block, ...]:
    if not fields.quality_of_care:
        return ()
    group = fields.review_group
    if group is None:
        return (
            w.paragraph(
                "¿La atención no fue buena? Un grupo de revisión fuera de su plan también puede"
                " estudiarla. Se llama QIO. Es gratis. Llámenos y le diremos cómo comunicarse.",
                element="quality_organization",
            ),
        )
    return (
        w.paragraph(
            "¿La atención no fue buena? Un grupo de revisión fuera de su plan también puede"
            " estudiarla. Se llama QIO. También puede decírselo ahora. Es este: ",
            w.name(group.name_es or group.name),
            ". Llame al ",
            w.name(group.phone),
            ". Es gratis.",
            element="quality_organization",
        ),
    )
