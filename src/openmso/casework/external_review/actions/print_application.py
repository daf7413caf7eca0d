"""The member's application is printed, filled in, in the language asked for."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..events import Event
from ..paper.application import application_paper
from ..paper.printing import print_paper
from ..queries import papers_of, review_for


@action
def print_application(review_id: UUID, *, language: str, by: Actor, at: datetime) -> bytes:
    """Return the PDF with form, checklist and letters to doctors; who printed it is remembered.

    Spanish, or else English. Raises ReviewNotFound.
    """
    case = review_for(by, review_id)
    written = "es" if language.split("-")[0] == "es" else "en"
    record(case, Event.FORM_PRINTED, by=by, at=at, language=written)
    paper = application_paper(case, papers_of(case), language=written, at=at)
    return print_paper(paper, created_at=at)
