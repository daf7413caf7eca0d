"""The rulebook: facts and a day in, the answers in force out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from openmso.rulebook.answers import Answer
from openmso.rulebook.checks import faults
from openmso.rulebook.errors import (
    Finding,
    NoAnswer,
    RulebookError,
    UnknownQuestion,
    UnknownRule,
)
from openmso.rulebook.expectations import Expectation
from openmso.rulebook.facts import Asked, check_facts, satisfied
from openmso.rulebook.gathering import answers_by_question, edition_of, expectations_of
from openmso.rulebook.precedence import one_per_authority
from openmso.rulebook.reading import Fingerprint, Page, fingerprint, read_pages
from openmso.rulebook.writing_down import answers_on

LAW = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All answers of one edition; `edition` changes with every change of the files."""

    edition: str
    answers: Mapping[str, Answer]
    questions: Mapping[str, str]
    by_question: Mapping[str, tuple[Answer, ...]]
    expectations: Mapping[str, Expectation] = field(default_factory=dict)

    def rule(self, rule_id: str) -> Answer:
        """Return the rule with this id; raise UnknownRule, which names the nearest ids."""
        try:
            return self.answers[rule_id]
        except KeyError:
            raise UnknownRule(_unknown("rule", rule_id, self.nearest(rule_id))) from None

    def nearest(self, rule_id: str) -> list[str]:
        """Return the three ids that look most like this one."""
        return get_close_matches(rule_id.upper(), self.answers, n=3, cutoff=0)

    def ask(self, question: str, *, on: date, facts: Asked) -> tuple[Answer, ...]:
        """Return the answers to `question` in force on the day, at most one per authority.

        The facts may hold more than the question needs; None is the same as not given. Raises
        NoAnswer when nobody answers, ConflictingAnswers when one authority gives two answers,
        UnknownQuestion, UnknownFact.
        """
        answers = self.answers_in_force(question, on=on, facts=facts)
        if not answers:
            known = ", ".join(f"{name} {value}" for name, value in facts.items())
            raise NoAnswer(f'no rule answers "{question}" on {on} for: {known or "no facts"}')
        return answers

    def answers_in_force(self, question: str, *, on: date, facts: Asked) -> tuple[Answer, ...]:
        """Do as `ask`, but return an empty tuple when nobody answers.

        For questions that need not have an answer, such as a notice that some laws do not order.
        """
        check_facts(facts)
        try:
            candidates = self.by_question[question]
        except KeyError:
            near = get_close_matches(question, self.by_question, n=3, cutoff=0.5)
            raise UnknownQuestion(_unknown("question", question, near)) from None
        fitting = [
            answer
            for answer in candidates
            if answer.in_force(on) and satisfied(answer.facts, facts)
        ]
        return one_per_authority(question, fitting)

    def in_its_place(self, rule: Answer, on: date) -> tuple[Answer, ...]:
        """Return the same authority's answers to the rule's question in force on another day.

        Only answers that are listed for the same line of business.
        """
        return tuple(
            answer
            for answer in self.by_question[rule.question]
            if answer.authority is rule.authority
            and answer.line_of_business == rule.line_of_business
            and answer.id != rule.id
            and answer.in_force(on)
        )


_read: dict[tuple[str | Path, ...], tuple[Fingerprint, Rulebook]] = {}


def default_rulebook(extra_paths: tuple[str | Path, ...] = ()) -> Rulebook:
    """Return `load_rulebook(extra_paths)`, read again only when a file has changed since.

    Looks at the time and size of every file. Raises RulebookError as `load_rulebook`.
    """
    files = fingerprint(_folders(extra_paths))
    kept = _read.get(extra_paths)
    if kept is None or kept[0] != files:
        kept = _read[extra_paths] = (files, load_rulebook(extra_paths))
    return kept[1]


def load_rulebook(paths: Iterable[str | Path] = ()) -> Rulebook:
    """Read the law that comes with the package and the installation's own folders of rules.

    The law is read once, whether or not its own folder is among `paths`. Raises RulebookError
    with every fault when the files cannot be used.
    """
    return read_rulebook(_folders(paths))


def _folders(paths: Iterable[str | Path]) -> list[Path]:
    others = (Path(path) for path in paths)
    return [LAW, *(folder for folder in others if folder.resolve() != LAW)]


def read_rulebook(folders: Iterable[Path]) -> Rulebook:
    """Read exactly these folders; raise RulebookError with every fault."""
    return _book_of(list(read_pages(folders)))


def proposed_rulebook(
    changed: Path, paths: Iterable[str | Path] = (), *, instead_of: Path = LAW
) -> Rulebook:
    """Read the rules as they would be with the files of the folder `changed`.

    A file of `changed` stands in for the one of the same path in `instead_of`, or is added to it.
    Raises RulebookError as `load_rulebook`, and when `instead_of` is not a folder of rules in use.
    """
    folders = _folders(paths)
    if instead_of.resolve() not in [folder.resolve() for folder in folders]:
        sentence = "this folder of rules is not in use"
        raise RulebookError([Finding(str(instead_of), 0, sentence)])
    new = list(read_pages([changed]))
    replaced = {page.question for page in new if page.question}
    pages: list[Page] = []
    for folder in folders:
        here = folder.resolve() == instead_of.resolve()
        pages += [page for page in read_pages([folder]) if not (here and page.question in replaced)]
        pages += new if here else []
    return _book_of(pages)


def _book_of(pages: list[Page]) -> Rulebook:
    answers = [answer for page in pages if page.question for answer in answers_on(page)]
    questions: dict[str, str] = {}
    for page in pages:
        if "question" in page.head:
            questions.setdefault(page.question, str(page.head["question"].value))
    by_question = answers_by_question(pages, answers, questions)
    expectations = expectations_of(pages)
    findings = [finding for page in pages for finding in page.findings]
    findings += faults(answers, by_question, expectations)
    if findings:
        raise RulebookError(findings)
    return Rulebook(
        edition=edition_of(pages),
        answers={answer.id: answer for answer in answers},
        questions=questions,
        by_question=by_question,
        expectations=expectations,
    )


def _unknown(kind: str, name: str, near: list[str]) -> str:
    hint = f"; nearest: {', '.join(near)}" if near else ""
    return f'there is no {kind} "{name}"{hint}'
