"""All notices: an event and its facts in, the notices owed out.

The files stand in `notices/` of every folder of rules. `README.md` there describes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from openmso.rulebook.book import LAW, Rulebook
from openmso.rulebook.errors import Finding, RulebookError, UnknownRule
from openmso.rulebook.facts import Asked, check_facts
from openmso.rulebook.notice import Notice, SaidWhen
from openmso.rulebook.notice_words import CONTENT, ENCLOSURES, EVENTS, RECIPIENTS, SITUATIONS
from openmso.rulebook.reading import Page, read_notice_pages
from openmso.rulebook.rows import Row
from openmso.rulebook.vocabulary import CheckMark

# fmt: off
ROW = frozenset((
    "", "id", "for", "event", "recipient", "from", "until", "deadlines", "says", "says_when",
    "encloses", "form_says", "source", "note", "verified", "checked_on",
))
# fmt: on
HEAD = {"notice", "for"}


@dataclass(frozen=True, slots=True)
class NoticeBook:
    """The notices by id, in the order of their files."""

    notices: Mapping[str, Notice]

    def notice(self, notice_id: str) -> Notice:
        """Return the notice with this id; raise UnknownRule."""
        try:
            return self.notices[notice_id]
        except KeyError:
            raise UnknownRule(f'there is no notice "{notice_id}"') from None

    def owed_on(self, event: str, *, facts: Asked, on: date) -> tuple[Notice, ...]:
        """Return the notices that this event makes owed on that day, to whomever.

        Raises ValueError for an event that no notice knows, UnknownFact.
        """
        check_facts(facts)
        if event not in EVENTS:
            raise ValueError(f'there is no event "{event}" (known: {", ".join(EVENTS)})')
        return tuple(each for each in self.notices.values() if each.owed(event, facts, on))


def load_notices(book: Rulebook, paths: Iterable[str | Path] = ()) -> NoticeBook:
    """Read the notices of the law and of the installation's own folders of rules.

    `book` must hold every rule that a notice names as its deadline. Raises RulebookError with
    every fault.
    """
    pages = list(read_notice_pages([LAW, *(Path(path) for path in paths)]))
    read = [notice for page in pages for notice in _notices_on(page)]
    findings = [finding for page in pages for finding in page.findings]
    findings += _faults(read, book)
    if findings:
        raise RulebookError(findings)
    return NoticeBook(MappingProxyType({notice.id: notice for notice in read}))


def _notices_on(page: Page) -> Iterator[Notice]:
    for name, written in page.head.items():
        if name not in HEAD:
            page.findings.append(Finding(page.file, written.line, f'no head field "{name}"'))
    if not isinstance(getattr(page.head.get("notice"), "value", None), str):
        page.findings.append(Finding(page.file, 1, "the name of the notice is missing"))
        return
    if not page.rows:
        page.findings.append(Finding(page.file, 1, "there are no notices"))
    for fields in page.rows:
        before = len(page.findings)
        notice = _notice(Row(page, fields))
        if len(page.findings) == before:
            yield notice


def _notice(row: Row) -> Notice:
    for name in row.fields.keys() - ROW:
        row.fault(name, f'there is no field "{name}"')
    if "deadlines" not in row.fields:
        row.fault("deadlines", f'{row.text("id")}: write "deadlines: []" where the law names none')
    return Notice(
        id=row.text("id"),
        name=str(row.page.head["notice"].value),
        event=_known(row, "event", (row.text("event"),), EVENTS)[0],
        recipient=_known(row, "recipient", (row.text("recipient"),), RECIPIENTS)[0],
        facts=MappingProxyType(row.facts()),
        from_on=row.day("from"),
        until_on=row.day("until"),
        deadlines=row.texts("deadlines"),
        says=_known(row, "says", row.texts("says"), CONTENT),
        says_when=_said_when(row, "says_when", SITUATIONS),
        encloses=_known(row, "encloses", row.texts("encloses"), ENCLOSURES),
        form_says=_said_when(row, "form_says", row.texts("encloses")),
        source=row.text("source"),
        note=row.text("note", needed=False),
        verified=row.word("verified", row.text("verified"), CheckMark, CheckMark.KNOWN),
        checked_on=row.day("checked_on", needed=True) or date.min,
        file=row.page.file,
        line=row.fields[""].line,
    )


def _said_when(row: Row, name: str, keys: Iterable[str]) -> SaidWhen:
    written = row.fields.get(name)
    if written is None:
        return MappingProxyType({})
    if not isinstance(written.value, dict):
        row.fault(name, f'"{name}" is a list of what is said, by its case')
        return MappingProxyType({})
    said = {str(key): tuple(map(str, texts or ())) for key, texts in written.value.items()}
    _known(row, name, tuple(said), dict.fromkeys(keys, ""))
    for texts in said.values():
        _known(row, name, texts, CONTENT)
    return MappingProxyType(said)


def _known(
    row: Row, name: str, texts: tuple[str, ...], words: Mapping[str, str]
) -> tuple[str, ...]:
    for text in texts:
        if text and text not in words:
            row.fault(name, f'{row.text("id")}: {name} cannot be "{text}"')
    return texts


def _faults(notices: Iterable[Notice], book: Rulebook) -> Iterator[Finding]:
    seen: set[str] = set()
    for notice in notices:
        if notice.id in seen:
            yield Finding(notice.file, notice.line, f"the id {notice.id} is taken")
        seen.add(notice.id)
        if not notice.says and not notice.encloses:
            yield Finding(notice.file, notice.line, f"{notice.id} says nothing")
        for rule in notice.deadlines:
            if rule not in book.answers:
                sentence = f"{notice.id} is due by {rule}, which is not a rule"
                yield Finding(notice.file, notice.line, sentence)
