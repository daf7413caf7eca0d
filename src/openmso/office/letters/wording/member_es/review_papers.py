"""To the member, in Spanish: the papers that we sent to an outside reviewer; copies are free."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ReviewPapersFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def review_papers(w: Writer, fields: ReviewPapersFields) -> tuple[Block, ...]:
    to_follow = (
        w.paragraph("Estos todavía no llegaron. Mandamos cada uno el día en que lo recibimos:"),
        w.items(*(w.told(one) for one in fields.to_follow)),
    )
    return (
        w.lead("Mandamos nuestros papeles sobre su caso a ", *w.told(fields.reviewer), "."),
        w.paragraph("Los mandamos el ", w.day(fields.sent_on), ". Esto es lo que mandamos:"),
        w.items(*(w.told(one) for one in fields.sent), element="papers_sent"),
        *(to_follow if fields.to_follow else ()),
        w.paragraph(
            "Usted puede tener una copia de cada papel. Es gratis. Llámenos y se la mandamos.",
            element="copies_free",
        ),
        w.paragraph("Usted no paga nada por esta revisión. No tiene que hacer nada ahora."),
        the_request(w, fields.case),
    )
