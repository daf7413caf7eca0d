"""Finds rules by words. The words of every rule are laid out once for an edition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook

from .editions import once_per_edition
from .names import list_name, process_name

_WORD = re.compile(r"\w+")
_BLANKS = re.compile(r"[\s§]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for; empty: anything. `words` may stand anywhere in a rule."""

    words: str = ""
    line: str = ""
    process: str = ""
    citation: str = ""
    mark: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A rule and its words: `title` holds id, question and value, `words` everything."""

    rule: Answer
    title: str
    words: str
    citation: str


@dataclass(frozen=True, slots=True)
class Group:
    """One question and those of its answers that were found."""

    name: str
    question: str
    rules: tuple[Answer, ...]


@once_per_edition
def index(book: Rulebook) -> tuple[Entry, ...]:
    """Return the words of every rule, in the order of the questions."""
    return tuple(_entry(rule, book) for rule in book.answers.values())


def search(book: Rulebook, wanted: Wanted) -> tuple[Group, ...]:
    """Return what was found, question by question; what fits best stands first."""
    needles = [needle for text in wanted.words.split() if (needle := _needle(text))]
    whole = _needle(wanted.words)
    found: dict[str, list[Answer]] = {}
    ranks: dict[str, int] = {}
    for entry in _fitting(book, wanted):
        if not all(needle in entry.words for needle in needles):
            continue
        question = entry.rule.question
        found.setdefault(question, []).append(entry.rule)
        ranks[question] = min(ranks.get(question, 9), _rank(whole, entry))
    names = sorted(found, key=lambda name: (ranks[name], name))
    return tuple(Group(name, book.questions[name], tuple(found[name])) for name in names)


def processes(book: Rulebook) -> list[str]:
    """Return every process a rule is listed under."""
    return sorted({rule.process for rule in book.answers.values() if rule.process})


def _fitting(book: Rulebook, wanted: Wanted) -> Iterator[Entry]:
    citation = _squeezed(wanted.citation)
    for entry in index(book):
        rule = entry.rule
        if (
            wanted.line in ("", *rule.line_of_business)
            and wanted.process in ("", rule.process)
            and wanted.mark in ("", rule.verified)
            and wanted.topic in ("", rule.question.partition("/")[0])
            and citation in entry.citation
        ):
            yield entry


def _rank(whole: str, entry: Entry) -> int:
    if not whole or whole in entry.title:
        return 0
    return 1 if whole in entry.words else 2


def _entry(rule: Answer, book: Rulebook) -> Entry:
    title = (rule.id, book.questions[rule.question], str(rule.value))
    more = (
        rule.action,
        rule.citation,
        rule.note,
        rule.event,
        rule.recipient,
        process_name(rule.process),
        *(list_name(line, "en") for line in rule.line_of_business),
        *rule.line_of_business,
    )
    return Entry(
        rule=rule,
        title=_laid_out(title),
        words=_laid_out((*title, *more)),
        citation=_squeezed(rule.citation),
    )


def _laid_out(texts: tuple[str, ...]) -> str:
    return " " + " | ".join(" ".join(_WORD.findall(text.casefold())) for text in texts) + " "


def _needle(text: str) -> str:
    """Return the text as it stands in the words: from the start of a word, numbers whole."""
    words = _WORD.findall(text.casefold())
    if not words:
        return ""
    return f" {' '.join(words)}" + (" " if words[-1].isdecimal() else "")


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text.casefold())
