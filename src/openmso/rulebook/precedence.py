"""Which of several fitting answers counts: of each authority the one for the narrowest facts."""

from openmso.rulebook.answers import Answer
from openmso.rulebook.errors import ConflictingAnswers
from openmso.rulebook.facts import more_specific


def one_per_authority(question: str, fitting: list[Answer]) -> tuple[Answer, ...]:
    """Return at most one answer per authority. Raises ConflictingAnswers when two are as narrow."""
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
