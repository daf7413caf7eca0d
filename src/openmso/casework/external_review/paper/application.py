"""The application on paper: filled in by us, in the member's language, with its letters to doctors.

Nothing is asked that this house knows. The member signs, adds what only they have, and mails it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openmso.casework.prior_auth.letters.teller import Teller
from openmso.casework.prior_auth.queries import decisions_of
from openmso.office.content.organizations import Purpose, organization_for
from openmso.office.law import office_calendar
from openmso.office.letters.fields import worded_for
from openmso.office.tenants.queries import tenant_by_id

from ..domain.packet import Kind, OwedBy
from ..models import ExternalReview, PacketPaper
from ..says import paper_says, says
from .dates import day_in
from .printing import (
    Paper,
    Part,
    address,
    facts,
    heading,
    items,
    new_paper,
    room_to_write,
    sign,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the paper says about the member and the no, in one language."""

    language: str
    member: Part
    care: Part

    def __call__(self, key: str, **filled: str) -> str:
        return says(key, language=self.language, **filled)


def application_paper(
    case: ExternalReview, papers: Sequence[PacketPaper], *, language: str, at: datetime
) -> Paper:
    """Return the whole application: form, checklist, and a letter for each doctor outside."""
    told = _told(case, language)
    where = _where(case, language, at=at)
    outside = [one for one in papers if one.owed_by == OwedBy.OUTSIDE_DOCTOR]
    return Paper(
        title=told("application_title"),
        office=tenant_by_id(case.tenant_id).legal_name,
        footer=case.number,
        language=language,
        parts=(
            *(text(told(f"application_{key}")) for key in ("what", "no_care", "how")),
            text(told("application_free"), strong=True),
            heading(told("where_to_send")),
            where,
            heading(told("about_you")),
            told.member,
            heading(told("about_the_no")),
            told.care,
            *_to_add(papers, told),
            heading(told("sign_here")),
            text(told("sign_words")),
            sign(told("your_signature"), told("the_day")),
            *(part for one in outside for part in _release(one, told, where)),
            *_doctors_note(case, papers, told, where),
        ),
    )


def _told(case: ExternalReview, language: str) -> _Told:
    def say(key: str) -> str:
        return says(key, language=language)

    request, member = case.request, case.member
    teller = Teller(request, language)
    asked = teller.case()
    decision = next((one for one in decisions_of(request) if one.ground), None)
    office = office_calendar(case.tenant_id)
    no_on = office.local(decision.decided_at).date() if decision else None
    why = (
        worded_for(decision.plain_reason, decision.plain_reason_es, language).text
        if decision
        else ""
    )
    return _Told(
        language=language,
        member=facts(
            (say("name"), member.full_name),
            (say("birth_date"), day_in(member.birth_date, language)),
            (say("member_number"), asked.member_number),
            (say("plan"), asked.plan_name),
            (say("phone"), member.phone),
        ),
        care=facts(
            (say("care"), asked.asked.text),
            (say("asked_by"), asked.requested_by),
            (say("day_of_no"), day_in(no_on, language) if no_on else ""),
            (say("why_no"), why),
            (say("how_fast"), say("fast" if case.urgent else "normal")),
            (say("request_number"), request.number),
        ),
    )


def _where(case: ExternalReview, language: str, *, at: datetime) -> Part:
    on = office_calendar(case.tenant_id).local(at).date()
    found = organization_for(
        case.tenant_id, Purpose.REGULATOR, on=on, program=case.line_of_business
    )
    if found is None or not found.address:
        return text(says("application_no_address", language=language), strong=True)
    fax = f"Fax {found.fax}" if found.fax else ""
    lines = (found.name_in(language), *found.address.splitlines(), fax)
    return address([line for line in lines if line])


def _to_add(papers: Sequence[PacketPaper], told: _Told) -> tuple[Part, ...]:
    """The checklist: what to send, what the doctor writes, whom to ask, and what we send."""

    def lines(*owed_by: OwedBy) -> list[str]:
        return [
            paper_says(one.kind, holder=one.holder, language=told.language)
            + (f" ({one.place})" if one.place and one.owed_by == OwedBy.OUTSIDE_DOCTOR else "")
            for one in papers
            if one.owed_by in owed_by
        ]

    parts: list[Part] = [heading(told("what_to_add")), items(lines(OwedBy.MEMBER))]
    if writes := lines(OwedBy.TREATING_DOCTOR):
        parts += [heading(told("your_doctor_writes")), items(writes)]
    if ask := lines(OwedBy.OUTSIDE_DOCTOR):
        parts += [heading(told("you_ask")), text(told("you_ask_why")), items(ask)]
    parts += [heading(told("we_send")), items(lines(OwedBy.US, OwedBy.NETWORK_DOCTOR))]
    return tuple(parts)


def _release(paper: PacketPaper, told: _Told, where: Part) -> tuple[Part, ...]:
    """A letter, ready to be signed, that lets one doctor give the records."""
    return (
        new_paper(told("release_title", holder=paper.holder)),
        *((text(paper.place),) if paper.place else ()),
        text(told("release_words", holder=paper.holder)),
        told.member,
        told.care,
        heading(told("where_to_send")),
        where,
        sign(told("your_signature"), told("the_day")),
    )


def _doctors_note(
    case: ExternalReview, papers: Sequence[PacketPaper], told: _Told, where: Part
) -> tuple[Part, ...]:
    """The form on which the doctor says why it cannot wait, where one is needed."""
    if not any(one.kind == Kind.URGENCY_CERTIFICATE for one in papers):
        return ()
    return (
        new_paper(told("urgency_title")),
        text(told("urgency_words")),
        room_to_write(),
        facts((told("name"), case.member.full_name), (told("request_number"), case.request.number)),
        heading(told("where_to_send")),
        where,
        sign(told("doctors_signature"), told("the_day")),
    )
