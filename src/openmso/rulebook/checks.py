"""What must be true of all rulebook files together: ids, questions, and no two rival answers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import Finding
from openmso.rulebook.expectations import Expectation
from openmso.rulebook.facts import compatible, more_specific


def faults(
    answers: Sequence[Answer],
    by_question: Mapping[str, Sequence[Answer]],
    expectations: Mapping[str, Expectation],
) -> Iterator[Finding]:
    """Yield a finding for each duplicate id, dangling name, pair of rivals and gap in time."""
    seen: dict[str, Answer] = {}
    for answer in answers:
        if answer.id in seen:
            first = seen[answer.id]
            yield _at(answer, f"the id {answer.id} is taken ({first.file}:{first.line})")
        seen.setdefault(answer.id, answer)
    for answer in answers:
        for asked in answer.also_answers:
            if asked not in by_question:
                yield _at(answer, f'{answer.id} also answers "{asked}", which no file asks')
        for stronger in answer.gives_way_to:
            if stronger not in seen:
                yield _at(answer, f"{answer.id} gives way to {stronger}, which is not a rule")
    for question in by_question:
        for one, other in combinations(by_question[question], 2):
            if one.id != other.id and rivals(one, other):
                yield _at(
                    other,
                    f"{other.id} and {one.id} are both {other.authority} answers to"
                    f' "{question}" on the same days for the same facts',
                )

    for question in expectations:
        yield from _gaps(by_question.get(question, ()), question, expectations[question])


def _gaps(answers: Sequence[Answer], question: str, expected: Expectation) -> Iterator[Finding]:
    """Yield a finding for each answer that ends some time before the next one begins."""
    own = [answer for answer in answers if question in (answer.question, *answer.also_answers)]
    for answer in own:
        if answer.until_on is None:
            continue
        after = [
            other
            for other in own
            if other.id != answer.id
            and other.authority is answer.authority
            and compatible(other.facts, answer.facts)
            and (other.until_on is None or other.until_on > answer.until_on)
        ]
        next_on = min((other.from_on or answer.until_on for other in after), default=None)
        if next_on is None or next_on <= answer.until_on:
            continue
        facts = {name: values[0] for name, values in answer.facts.items()}
        if expected.silence(facts, answer.until_on, answer.authority) is None:
            yield _at(
                answer,
                f'nobody answers "{question}" from {answer.until_on}, when {answer.id} ends, to'
                f' {next_on}: say why under "silent"',
            )


def rivals(one: Answer, other: Answer) -> bool:
    """Tell whether one authority could give both answers to one request on one day."""
    return (
        one.authority is other.authority
        and _overlap(one, other)
        and compatible(one.facts, other.facts)
        and not more_specific(one.facts, other.facts)
        and not more_specific(other.facts, one.facts)
    )


def _overlap(one: Answer, other: Answer) -> bool:
    return (one.until_on is None or other.from_on is None or other.from_on < one.until_on) and (
        other.until_on is None or one.from_on is None or one.from_on < other.until_on
    )


def _at(answer: Answer, sentence: str) -> Finding:
    return Finding(answer.file, answer.line, sentence)
