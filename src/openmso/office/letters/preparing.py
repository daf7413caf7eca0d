"""Gathers what every order of an office repeats: letterhead, numbers to call, official wording."""

from datetime import date
from uuid import UUID

from openmso.office.content.models import ContactLine as Line
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.law import rulebook
from openmso.office.tenants.queries import tenant_by_id
from openmso.standards.calendars import Span

from .fields import Fields, Length
from .letter import Kind, Order, Reader
from .letter_catalog import UNCOVERED
from .letterhead import Addressee, ContactLine, Letterhead
from .queries import loaded_wordings
from .taglines import LanguageLine

PURPOSES = {
    Reader.MEMBER: (Line.Purpose.MEMBER_SERVICES, Line.Purpose.GRIEVANCES),
    Reader.PROVIDER: (Line.Purpose.UTILIZATION_MANAGEMENT, Line.Purpose.GRIEVANCES),
    Reader.HOSPITAL: (Line.Purpose.UTILIZATION_MANAGEMENT, Line.Purpose.AFTER_HOURS),
}


def prepare(
    kind: Kind,
    reader: Reader,
    *,
    tenant_id: UUID,
    plan_id: UUID | None,
    language: str,
    letter_format: str,
    sent_on: date,
    addressee: Addressee,
    fields: Fields,
    copies_to: tuple[str, ...] = (),
) -> Order:
    """Return a complete order; `sent_on` is the letter's date, in office time.

    The contact lines are those in force on that day, the plan's own before the office's.
    """
    lines = contact_lines(tenant_id, sent_on, plan_id=plan_id)
    return Order(
        kind=kind,
        reader=reader,
        language=language,
        letter_format=letter_format,
        sent_on=sent_on,
        letterhead=_letterhead(tenant_id, lines, reader, language, plan_id),
        addressee=addressee,
        fields=fields,
        language_lines=_language_lines(lines, plan_id),
        official_texts=loaded_wordings(tenant_id, sent_on),
        translate_within=_translate_within(fields.case.line_of_business, sent_on),
        copies_to=copies_to,
    )


def _translate_within(line_of_business: str, on: date) -> Length | None:
    """Ask the rulebook how soon a translation is owed; None where no rule gives a number."""
    if line_of_business == UNCOVERED:
        return None
    answers = rulebook().answers_in_force(
        "language/translation", on=on, facts={"line_of_business": line_of_business}
    )
    spans = [answer.value for answer in answers if isinstance(answer.value, Span)]
    return Length(count=spans[0].count, unit=spans[0].unit.value) if spans else None


def _letterhead(
    tenant_id: UUID, lines: list[Line], reader: Reader, language: str, plan_id: UUID | None
) -> Letterhead:
    tenant = tenant_by_id(tenant_id)
    chosen = [
        line_for(lines, purpose, language=language, plan_id=plan_id) for purpose in PURPOSES[reader]
    ]
    return Letterhead(
        name=tenant.name,
        legal_name=tenant.legal_name,
        address_lines=tuple(tenant.letterhead_address.splitlines()),
        website=tenant.website,
        lines=tuple(_printed(line, reader, language) for line in chosen if line),
    )


def _printed(line: Line, reader: Reader, language: str) -> ContactLine:
    spanish = reader is Reader.MEMBER and language.partition("-")[0] == "es"
    return ContactLine(
        purpose=line.purpose,
        label=(spanish and line.label_es) or line.label,
        phone=line.toll_free or line.voice,
        tty=line.tty,
        hours=(spanish and line.hours_es) or line.hours,
    )


def _language_lines(lines: list[Line], plan_id: UUID | None) -> tuple[LanguageLine, ...]:
    purposes = (Line.Purpose.LANGUAGE_HELP, Line.Purpose.MEMBER_SERVICES)
    purpose = next((each for each in purposes if any(line.purpose == each for line in lines)), None)
    if purpose is None:
        return ()
    languages = {line.language for line in lines if line.purpose == purpose}
    chosen = [
        (language, line_for(lines, purpose, language=language, plan_id=plan_id))
        for language in sorted(languages)
    ]
    return tuple(
        LanguageLine(language=language, phone=line.toll_free or line.voice, tty=line.tty)
        for language, line in chosen
        if line
    )
