"""Turns the fields of one row into an Answer, and says what is missing or cannot be meant."""

from datetime import date
from types import MappingProxyType

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import Finding
from openmso.rulebook.reading import Field, Page
from openmso.rulebook.rows import Row
from openmso.rulebook.vocabulary import Authority, CheckMark, Consequence, ExtensionGround, LimitIs
from openmso.standards.calendars import PointOfDay, Span, Unit

_NO_EXTENSION = (Unit.CALENDAR_DAYS_BEFORE, Unit.HOURS_BEFORE, Unit.MONTHS_TO_DAY_31)
_READ_SOMEWHERE = (CheckMark.READ, CheckMark.SECONDARY, CheckMark.STALE)
HEAD = {"question", "gathers", "unit_of_answer", "for", "speaks", "silent"}
# fmt: off
ROW = frozenset((
    "id", "for", "line_of_business", "authority", "from", "until", "value", "extension",
    "extension_grounds", "event", "starts_at", "met_by", "action", "recipient", "consequence",
    "gives_way_to", "also_answers", "source", "note", "verified", "checked_on", "process",
    "urgency", "limit_is", "receipt_presumed_after", "value_from_proven_receipt", "or_later",
    "may_pause", "pause_grounds",
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
        limit_is=row.word(
            "limit_is", row.text("limit_is", needed=False) or "deadline", LimitIs, LimitIs.DEADLINE
        ),
        receipt_presumed_after=row.span("receipt_presumed_after"),
        value_from_proven_receipt=row.span("value_from_proven_receipt"),
        or_later=row.moment("or_later") if "or_later" in row.fields else None,
        may_pause=row.span("may_pause"),
        pause_grounds=row.text("pause_grounds", needed="may_pause" in row.fields),
    )
    _refuse_unknown_fields(row)
    if answer.from_on and answer.until_on and answer.from_on >= answer.until_on:
        row.fault("until", f"{answer.id} ends before it begins")
    if answer.verified in _READ_SOMEWHERE and not answer.verified_in and mark:
        row.fault("verified", f"{answer.id}: which source was read? (write {mark}:S03)")
    if "value" not in row.told:
        _refuse_limits_that_cannot_be_meant(answer, row)
        _refuse_another_kind_of_limit(answer, row)
    return answer


def _refuse_limits_that_cannot_be_meant(answer: Answer, row: Row) -> None:
    if answer.extension and not answer.has_arithmetic:
        row.fault("extension", f"{answer.id} has no time that could be extended")
    if answer.extension and answer.extension.unit in _NO_EXTENSION:
        row.fault("extension", f"{answer.id}: {answer.extension} cannot be an extension")
    if isinstance(answer.value, Span) and answer.value.unit is Unit.CALENDAR_DAYS_TOTAL:
        row.fault("value", f'{answer.id}: only an extension counts in "calendar days total"')
    if answer.may_pause and answer.may_pause.unit is not Unit.CALENDAR_DAYS:
        row.fault("may_pause", f"{answer.id}: how long a clock may pause is told in calendar days")
    if answer.may_pause and not _can_pause(answer):
        row.fault("may_pause", f"{answer.id} has no time that could be paused")


def _refuse_another_kind_of_limit(answer: Answer, row: Row) -> None:
    unit = row.page.head.get("unit_of_answer", Field("any", 0)).value
    if unit not in ("span", "words", "any"):
        row.fault("value", 'unit_of_answer is "span", "words" or "any"')
    elif isinstance(answer.value, PointOfDay):
        return  # words with arithmetic: both
    elif unit != "any" and isinstance(answer.value, Span) != (unit == "span"):
        row.fault("value", f"the answers of this question are a {unit}")


def _can_pause(answer: Answer) -> bool:
    return isinstance(answer.value, Span) and not answer.value.unit.runs_backwards


def _refuse_unknown_fields(row: Row) -> None:
    for name in row.fields:
        if name and name not in ROW:
            row.fault(name, f'there is no field "{name}"')
