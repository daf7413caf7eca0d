"""What the pages of all folders hold together: answers by question, expectations, the edition."""

import hashlib
from collections.abc import Iterable, Mapping

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import Finding
from openmso.rulebook.expectations import Expectation, expectation_on
from openmso.rulebook.reading import Page
from openmso.rulebook.written_row import as_texts


def answers_by_question(
    pages: Iterable[Page], answers: Iterable[Answer], questions: Mapping[str, str]
) -> dict[str, tuple[Answer, ...]]:
    """Return every question's answers, those that it gathers from other questions among them.

    A question gathered that no file asks is put down as a finding on its page.
    """
    gatherers: dict[str, list[str]] = {question: [question] for question in questions}
    for page in pages:
        gathers = page.head.get("gathers")
        for part in as_texts(gathers and gathers.value):
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


def expectations_of(pages: Iterable[Page]) -> dict[str, Expectation]:
    """Read the heads; the law's own folder comes first, and a contract's file adds silences."""
    found: dict[str, Expectation] = {}
    for page in pages:
        read = expectation_on(page)
        before = found.get(page.question)
        found[page.question] = read if before is None else before.joined(read)
    return found


def edition_of(pages: Iterable[Page]) -> str:
    """Return sixteen letters and digits that change with every change of the files."""
    digest = hashlib.sha256()
    for page in sorted(pages, key=lambda page: (page.question, page.text)):
        digest.update(page.question.encode() + b"\0" + page.text + b"\0")
    return digest.hexdigest()[:16]
