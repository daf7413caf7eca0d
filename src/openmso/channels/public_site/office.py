"""Which office this site speaks for, and its contact lines of the day."""

from collections.abc import Sequence
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.translation import get_language

from openmso.channels.ui.frame import office_of
from openmso.channels.ui.presenters.contact import ContactLine as ShownLine
from openmso.office.content.models import ContactLine
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.tenants.models import Tenant
from openmso.office.tenants.whose_rows import of_tenant

LANGUAGE_HELP = ContactLine.Purpose.LANGUAGE_HELP
FAX = frozenset({ContactLine.Purpose.UM_FAX})


def lines_today(request: HttpRequest) -> list[ContactLine]:
    """Return the lines in force on the office's own day; none before an office exists."""
    office = office_of(request)
    if office is None:
        return []
    with of_tenant(office.id):
        return contact_lines(office.id, office_day(request, office))


def shown(lines: Sequence[ContactLine]) -> tuple[ShownLine, ...]:
    """Return the lines in the language of the page. A fax has no relay beside it."""
    return tuple(shown_line(line) for line in lines if line.language in ("", get_language()))


def language_help_line(lines: list[ContactLine], language: str) -> ShownLine | None:
    """Return the line for people who speak `language`; None when the office has none."""
    line = line_for(lines, LANGUAGE_HELP, language=language)
    return shown_line(line) if line else None


def shown_line(line: ContactLine) -> ShownLine:
    """Return a line in the language of the page."""
    spanish = (get_language() or "").startswith("es")
    fax = line.purpose in FAX
    return ShownLine(
        purpose=line.purpose,
        label=(line.label_es if spanish else line.label) or line.label,
        voice=line.voice,
        tty="" if fax else line.tty,
        toll_free="" if fax else line.toll_free,
        hours=(line.hours_es if spanish else line.hours) or line.hours,
    )


def office_day(request: HttpRequest, office: Tenant) -> date:
    """Return the office's own day at the moment of the request."""
    arrived_at: datetime = vars(request)["arrived_at"]
    return arrived_at.astimezone(office.zone).date()
