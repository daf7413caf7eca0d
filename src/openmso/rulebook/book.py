"""The rulebook: facts and a day in, the answers in force out."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from openmso.rulebook.answers import Answer
from openmso.rulebook.checks import faults
from openmso.rulebook.errors import (
    ConflictingAnswers,
    Finding,
    NoAnswer,
    RulebookError,
    UnknownQuestion,
    UnknownRule,
)
from openmso.rulebook.facts import Asked, check_facts, more_specific, satisfied
from openmso.rulebook.reading import Page, read_pages
from openmso.rulebook.rows import as_texts
from openmso.rulebook.writing_down import answers_on

LAW = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All answers of one edition; `edition` changes with every change of the files."""

    edition: str
    answers: Mapping[str, Answer]
    questions: Mapping[str, str]
    by_question: Mapping[str, tuple[Answer, ...]]

    def rule(self, rule_id: str) -> Answer:
        """Return the rule with this id; raise UnknownRule, which names the nearest ids."""
        try:
            return self.answers[rule_id]
        except KeyError:
            near = get_close_matches(rule_id.upper(), self.answers, n=3, cutoff=0)
            raise UnknownRule(_unknown("rule", rule_id, near)) from None

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
        return _one_per_authority(question, fitting)

    def in_its_place(self, rule: Answer, on: date) -> tuple[Answer, ...]:
        """Return the same authority's answers to the rule's question in force on another day.

        Only answers that name the rule's line of business, or none, as the rule does.
        """
        same_line = rule.facts.get("line_of_business")
        return tuple(
            answer
            for answer in self.by_question[rule.question]
            if answer.authority is rule.authority
            and answer.facts.get("line_of_business") == same_line
            and answer.id != rule.id
            and answer.in_force(on)
        )


@cache
def default_rulebook(extra_paths: tuple[str | Path, ...] = ()) -> Rulebook:
    """Return `load_rulebook(extra_paths)`, read once in a process."""
    return load_rulebook(extra_paths)


def load_rulebook(paths: Iterable[str | Path] = ()) -> Rulebook:
    """Read the law that comes with the package and the installation's own folders of rules.

    The law is read once, whether or not its own folder is among `paths`. Raises RulebookError
    with every fault when the files cannot be used.
    """
    others = (Path(path) for path in paths)
    return read_rulebook([LAW, *(folder for folder in others if folder.resolve() != LAW)])


def read_rulebook(folders: Iterable[Path]) -> Rulebook:
    """Read exactly these folders; raise RulebookError with every fault."""
    pages = list(read_pages(folders))
    answers = [answer for page in pages for answer in answers_on(page) if page.question]
    questions: dict[str, str] = {}
    for page in pages:
        if "question" in page.head:
            questions.setdefault(page.question, str(page.head["question"].value))
    by_question = _by_question(pages, answers, questions)
    findings = [finding for page in pages for finding in page.findings]
    findings += faults(answers, by_question, frozenset(questions))
    if findings:
        raise RulebookError(findings)
    return Rulebook(
        edition=_edition(pages),
        answers={answer.id: answer for answer in answers},
        questions=questions,
        by_question=by_question,
    )


def _by_question(
    pages: Iterable[Page], answers: Iterable[Answer], questions: Mapping[str, str]
) -> dict[str, tuple[Answer, ...]]:
    gatherers: dict[str, list[str]] = {question: [question] for question in questions}
    for page in pages:
        for part in as_texts(page.head.get("gathers")):
            if part not in questions:
                line = page.head["gathers"].line
                page.findings.append(Finding(page.file, line, f'no file asks "{part}"'))
            gatherers.setdefault(part, []).append(page.question)
    found: dict[str, dict[str, Answer]] = {question: {} for question in questions}
    for answer in answers:
        for name in (answer.question, *answer.also_answers):
            for question in gatherers.get(name, ()):
                # An id written twice stays visible to the checks, which name both places.
                found[question].setdefault(answer.id, answer)
    return {question: tuple(answers.values()) for question, answers in found.items()}


def _one_per_authority(question: str, fitting: list[Answer]) -> tuple[Answer, ...]:
    chosen = [
        answer
        for answer in fitting
        if not any(
            other.authority is answer.authority and more_specific(other.facts, answer.facts)
            for other in fitting
        )
    ]
    for answer in chosen:
        rival = [other.id for other in chosen if other.authority is answer.authority]
        if len(rival) > 1:
            raise ConflictingAnswers(
                f'{answer.authority} law gives two answers to "{question}": {", ".join(rival)}'
            )
    return tuple(chosen)


def _edition(pages: Iterable[Page]) -> str:
    digest = hashlib.sha256()
    for page in sorted(pages, key=lambda page: (page.question, page.text)):
        digest.update(page.question.encode() + b"\0" + page.text + b"\0")
    return digest.hexdigest()[:16]


def _unknown(kind: str, name: str, near: list[str]) -> str:
    hint = f"; nearest: {', '.join(near)}" if near else ""
    return f'there is no {kind} "{name}"{hint}'
