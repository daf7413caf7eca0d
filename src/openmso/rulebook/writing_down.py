"""Turns the fields of one row into an Answer, and says what is missing or cannot be meant."""

from datetime import date
from types import MappingProxyType

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import Finding
from openmso.rulebook.reading import Field, Page
from openmso.rulebook.rows import Row
from openmso.rulebook.vocabulary import Authority, CheckMark, Consequence, ExtensionGround
from openmso.standards.calendars import LimitInWords, Span

HEAD = {"question", "gathers", "unit_of_answer", "for"}
# fmt: off
ROW = frozenset((
    "id", "for", "line_of_business", "authority", "from", "until", "value", "extension",
    "extension_grounds", "event", "starts_at", "met_by", "action", "recipient", "consequence",
    "gives_way_to", "also_answers", "source", "note", "verified", "checked_on", "process",
    "urgency",
))
# fmt: on


def answers_on(page: Page) -> list[Answer]:
    """Return the answers of a page; faults are added to its findings."""
    for name, written in page.head.items():
        if name not in HEAD:
            page.findings.append(Finding(page.file, written.line, f'no head field "{name}"'))
    if not isinstance(getattr(page.head.get("question"), "value", None), str):
        page.findings.append(Finding(page.file, 1, "the question is missing"))
    if not page.rows and "gathers" not in page.head:
        page.findings.append(Finding(page.file, 1, "there are no answers"))
    answers = []
    for fields in page.rows:
        before = len(page.findings)
        answer = _answer(Row(page, fields))
        if len(page.findings) == before:
            answers.append(answer)
    return answers


def _answer(row: Row) -> Answer:
    facts = row.facts()
    _refuse_unknown_fields(row)
    mark, _, sources = row.text("verified").partition(":")
    answer = Answer(
        id=row.text("id"),
        question=row.page.question,
        also_answers=row.texts("also_answers"),
        authority=row.word("authority", row.text("authority"), Authority, Authority.HOUSE),
        line_of_business=row.texts("line_of_business")
        or tuple(str(value) for value in facts.get("line_of_business", ())),
        facts=MappingProxyType(facts),
        from_on=row.day("from"),
        until_on=row.day("until"),
        value=row.limit(),
        extension=row.span("extension"),
        extension_grounds=tuple(
            row.word("extension_grounds", text, ExtensionGround, ExtensionGround.MEMBER_ASKS)
            for text in row.texts("extension_grounds")
        ),
        event=row.text("event"),
        starts_at=row.moment("starts_at"),
        met_by=row.moment("met_by") if "met_by" in row.fields else None,
        action=row.text("action"),
        recipient=row.text("recipient", needed=False),
        consequence=row.word(
            "consequence", row.text("consequence"), Consequence, Consequence.COUNTS_AS_DENIAL
        )
        if "consequence" in row.fields
        else None,
        gives_way_to=row.texts("gives_way_to"),
        source=row.text("source"),
        note=row.text("note", needed=False),
        verified=row.word("verified", mark, CheckMark, CheckMark.KNOWN),
        verified_in=tuple(part.strip() for part in sources.split(";") if part.strip()),
        checked_on=row.day("checked_on", needed=True) or date.min,
        process=row.text("process"),
        urgency=row.text("urgency", needed=False) or "any",
        file=row.page.file,
        line=row.fields[""].line,
    )
    if answer.from_on and answer.until_on and answer.from_on >= answer.until_on:
        row.fault("until", f"{answer.id} ends before it begins")
    if isinstance(answer.value, LimitInWords) and answer.extension:
        row.fault("extension", f"{answer.id} has no time that could be extended")
    return answer


def _refuse_unknown_fields(row: Row) -> None:
    for name in row.fields:
        if name and name not in ROW:
            row.fault(name, f'there is no field "{name}"')
    unit = row.page.head.get("unit_of_answer", Field("any", 0)).value
    is_span = isinstance(row.limit(quiet=True), Span)
    if unit not in ("span", "words", "any"):
        row.fault("value", 'unit_of_answer is "span", "words" or "any"')
    elif unit != "any" and is_span != (unit == "span"):
        row.fault("value", f"the answers of this question are a {unit}")
