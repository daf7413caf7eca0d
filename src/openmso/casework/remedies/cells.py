"""The cells a row of the decision table may ask for, and the words each may hold."""

from collections.abc import Mapping

from .rows import Kind, Question

UNKNOWN = "unknown"
YES, NO = "yes", "no"

STEPS = (
    "none",
    "waiting",
    "late",
    "late_fast",
    "late_fast_too",
    "upheld",
    "partly upheld",
    "overturned",
    UNKNOWN,
)
"""How far the first step (grievance, appeal or reconsideration) has come; see dispute.yaml."""

WORKED_OUT: Mapping[str, tuple[str, ...]] = {
    "step": STEPS,
    "fast": (YES, NO),
    "therapy_papers": ("complete", "missing"),
    "dates": ("agree", "disagree"),
}
"""Cells that are worked out of several answers (first_step.py)."""


def cell_values(questions: Mapping[str, Question]) -> dict[str, tuple[str, ...]]:
    """Return every cell with all it can hold. Days and papers are no cells."""
    found = dict(WORKED_OUT)
    for question in questions.values():
        if question.kind is Kind.YES_NO:
            found[question.id] = (YES, NO, UNKNOWN)
        if question.kind is Kind.ONE_OF:
            every = dict.fromkeys((*question.values, question.left_out, UNKNOWN))
            found[question.id] = tuple(every)
    return found
