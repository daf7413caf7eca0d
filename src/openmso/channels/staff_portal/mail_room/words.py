"""Arrived papers in words: what, from whom, since when, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.channels.ui.presenters.facts import Fact, Paper
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.documents.models import Document
from openmso.office.mail_room.domain.outcome import Desk, Reason, State, Told, Way
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.timeline.case_kinds import kind_of

from ..prior_auth.papers.words import kind_word, pages_word, size_words

WAYS: dict[str, str] = {Way.FAX: "Fax", Way.MAIL: "Letter", Way.EMAIL: "E-mail"}
STATES: dict[str, StatusTag] = {
    State.WAITING: StatusTag("Waiting", StatusTone.WAITING),
    State.NEW_REQUEST: StatusTag("Became a request", StatusTone.GOOD),
    State.ON_CASE: StatusTag("On a case", StatusTone.GOOD),
    State.HANDED_ON: StatusTag("Handed on", StatusTone.QUIET),
    State.REJECTED: StatusTag("Rejected", StatusTone.STOP),
}
REASONS: dict[str, str] = {
    Reason.UNREADABLE: "Cannot be read",
    Reason.DAMAGED: "Does not open, is too large, or holds a virus",
    Reason.EMPTY: "Empty page or cover sheet only",
    Reason.NOBODY_NAMED: "Names nobody we could look up",
    Reason.NOT_OURS: "Meant for somebody else",
    Reason.TWICE: "The same file came before",
    Reason.NO_BUSINESS: "Advertising, or nothing we do",
}
TOLD: dict[str, str] = {
    Told.FAX: "Fax back",
    Told.MAIL: "Letter",
    Told.PHONE: "Phone call",
    Told.NOT_TOLD: "Nobody is told",
}
DESKS: dict[str, str] = {
    Desk.APPEALS: "Appeals and grievances",
    Desk.CLAIMS: "Claims",
    Desk.MEMBER_SERVICES: "Member services",
    Desk.RECORDS: "Medical records",
    Desk.HEALTH_PLAN: "The health plan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One line of the list."""

    href: str
    number: str
    way: str
    sender: str
    received: str
    pages: str
    state: StatusTag
    notes: list[str]
    outcome: str


def rows_of(papers: Iterable[ArrivedPaper], zone: ZoneInfo) -> list[PaperRow]:
    return [
        PaperRow(
            href=reverse("staff:mail_paper", args=[paper.id]),
            number=paper.number,
            way=WAYS[paper.way],
            sender=paper.sender,
            received=staff_time(paper.received_at, zone),
            pages=pages_word(paper.pages),
            state=STATES[paper.state],
            notes=notes_on(paper),
            outcome=outcome_of(paper),
        )
        for paper in papers
    ]


def notes_on(paper: ArrivedPaper) -> list[str]:
    """Say what somebody should know before dealing with a paper."""
    notes = [paper.trouble] if paper.trouble else []
    if paper.same_as:
        notes.append(f"The very same file came before as {paper.same_as.number}.")
    if paper.pages and paper.pages_said and paper.pages != paper.pages_said:
        notes.append(
            f"The sender's machine counted {pages_word(paper.pages_said)}, the file has "
            f"{paper.pages}."
        )
    return notes


def outcome_of(paper: ArrivedPaper) -> str:
    """Say in a few words what became of a paper; empty while it waits."""
    if paper.state == State.REJECTED:
        return f"{REASONS[paper.reason]}. How the sender hears of it: {TOLD[paper.told].lower()}."
    if paper.state == State.HANDED_ON:
        return f"{DESKS[paper.desk]}."
    return paper.case_number_of


def facts_of(paper: ArrivedPaper, zone: ZoneInfo) -> list[Fact]:
    """Return what is known of a paper."""
    facts = [
        Fact(label="Came as", value=WAYS[paper.way]),
        Fact(label="From", value=paper.sender or "Not known"),
        Fact(label="Received", value=staff_time(paper.received_at, zone)),
        Fact(label="Taken in", value=staff_time(paper.recorded_at, zone)),
        Fact(label="Pages", value=str(paper.pages or "Not known")),
        Fact(label="Size", value=size_words(paper.size)),
    ]
    if paper.case_id_of is not None:
        href = reverse(kind_of(paper.case_kind_of).page, args=[paper.case_id_of])
        facts.append(Fact(label="Case", value=paper.case_number_of, href=href))
    elif not paper.is_waiting:
        facts.append(Fact(label="Outcome", value=outcome_of(paper)))
    if paper.words:
        facts.append(Fact(label="What was told", value=paper.words))
    return facts


def files_in_words(
    paper: ArrivedPaper, documents: Iterable[Document], zone: ZoneInfo
) -> list[Paper]:
    """Return the lines of the files; one that is held back has no link."""
    return [
        Paper(
            name=document.title,
            kind=f"{kind_word(document)} · {document.get_source_display()}",
            received=staff_time(document.received_at, zone),
            pages=pages_word(document.pages),
            size=size_words(document.size),
            scan=document.get_scan_display(),
            scan_ok=document.scan == Document.Scan.CLEAN,
            href=""
            if document.is_held_back
            else reverse("staff:mail_file", args=[paper.id, document.id]),
        )
        for document in documents
    ]
