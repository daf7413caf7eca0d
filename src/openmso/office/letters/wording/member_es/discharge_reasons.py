"""To the member, in Spanish: why the hospital stay can end, once the group was asked."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import EndReasonsFields
from openmso.office.letters.wording.writer import Writer

from .end_of_care import about_the_group, the_care, the_reasons

_COSTS = {
    True: (
        "Usted lo pidió a tiempo. Por eso puede quedarse mientras el grupo lo estudia. No tiene que"
        " pagar más por eso. El grupo le dirá cuándo termina."
    ),
    False: (
        "Usted lo pidió tarde. Si el grupo está de acuerdo con nosotros, es posible que tenga que"
        " pagar los días después de ese día."
    ),
    None: (
        "¿Lo pidió a tiempo? Entonces puede quedarse mientras el grupo lo estudia, y no tiene que"
        " pagar más por eso. El grupo le dirá si fue así."
    ),
}


def discharge_reasons(w: Writer, fields: EndReasonsFields) -> tuple[Block, ...]:
    return (
        w.lead(
            "Usted preguntó al grupo de revisión de Medicare si tiene que salir de ",
            w.name(fields.provider),
            ". Esta carta le dice por qué pensamos que puede salir.",
        ),
        w.paragraph(
            "El plan es que salga el ", w.last_day(fields.ends_on), ". ", _COSTS[fields.in_time]
        ),
        *the_reasons(w, fields),
        *about_the_group(w),
        the_care(w, fields),
    )
