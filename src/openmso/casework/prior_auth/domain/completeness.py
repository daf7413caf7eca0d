"""What is missing from a request. Missing papers are asked for; they are never a denial."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing a reviewer cannot do without: a code for machines, a sentence for the office."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessFacts:
    """What was sent. `points` are the criteria point codes asked for the service."""

    diagnoses: int
    documents: int
    clinical_summary: str
    points: Collection[str]
    answered: Collection[str]


def what_is_missing(facts: CompletenessFacts) -> tuple[Missing, ...]:
    """List what is missing; an empty tuple means complete."""
    found: list[Missing] = []
    if not facts.diagnoses:
        found.append(Missing(code="diagnosis", sentence="The diagnosis (ICD-10 code)."))
    if not facts.documents and not facts.clinical_summary.strip():
        found.append(
            Missing(
                code="clinical_notes",
                sentence="Clinical notes that show why the service is needed.",
            )
        )
    unanswered = sorted(set(facts.points) - set(facts.answered))
    if unanswered and not facts.documents:
        found.append(
            Missing(
                code="criteria_answers",
                sentence=f"Answers to the questions about the service ({', '.join(unanswered)}), "
                "or the notes that answer them.",
            )
        )
    return tuple(found)
