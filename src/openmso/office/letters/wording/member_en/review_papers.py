"""To the member: the papers that we sent to an outside reviewer, and that copies are free."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ReviewPapersFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def review_papers(w: Writer, fields: ReviewPapersFields) -> tuple[Block, ...]:
    to_follow = (
        w.paragraph("These are not here yet. We send each one on the day we get it:"),
        w.items(*(w.told(one) for one in fields.to_follow)),
    )
    return (
        w.lead("We sent our papers about your case to ", *w.told(fields.reviewer), "."),
        w.paragraph("We sent them on ", w.day(fields.sent_on), ". This is what we sent:"),
        w.items(*(w.told(one) for one in fields.sent), element="papers_sent"),
        *(to_follow if fields.to_follow else ()),
        w.paragraph(
            "You can have a copy of each paper. It is free. Call us and we send it.",
            element="copies_free",
        ),
        w.paragraph("You pay nothing for this review. You do not have to do a thing now."),
        the_request(w, fields.case),
    )
