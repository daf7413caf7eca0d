"""To the member, in Spanish: why nursing, home or rehabilitation care can end."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import EndReasonsFields
from openmso.office.letters.wording.writer import Writer

from .end_of_care import about_the_group, the_care, the_reasons


def care_ends_reasons(w: Writer, fields: EndReasonsFields) -> tuple[Block, ...]:
    return (
        w.lead(
            "Usted pidió al grupo de revisión de Medicare que estudie el fin de su ",
            fields.case.asked,
            ". Esta carta le dice por qué pensamos que puede terminar.",
        ),
        w.paragraph(
            "Su plan paga esta atención de ",
            w.name(fields.provider),
            " hasta el ",
            w.last_day(fields.ends_on),
            ". Si el grupo dice que la atención debe seguir, su plan sigue pagando. Si está de"
            " acuerdo con nosotros, es posible que usted tenga que pagar la atención después de ese"
            " día.",
            element="last_covered_day",
        ),
        *the_reasons(w, fields),
        *about_the_group(w),
        the_care(w, fields),
    )
