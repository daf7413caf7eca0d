"""Which papers a remedy still needs from the member or the doctor."""

from .case import Case
from .first_step import therapy_papers_complete
from .rows import Prediction, RemedyRow

_FOR_UNPROVEN_CARE = (
    "condition_certificate",
    "therapies_certificate",
    "doctor_recommendation",
    "two_documents",
)
_EITHER = {"doctor_recommendation", "two_documents"}
_OPEN_TO_REVIEW = frozenset(Prediction) - {
    Prediction.NO,
    Prediction.NOT_DMHC,
    Prediction.NOTHING_LEFT,
}


def missing_papers(row: RemedyRow, case: Case) -> tuple[str, ...]:
    """Return the ids of the papers that are needed and not there, in the order of the questions.

    Only a remedy that names papers needs any; review of unproven care, and urgent review, need
    the doctor's own papers too.
    """
    if not row.papers or case.deciding.prediction not in _OPEN_TO_REVIEW:
        return ()
    needed = list(row.papers)
    if case.facts.urgent:
        needed.append("urgency_certificate")
    have = case.facts.papers
    if case.facts.basis == "EXPERIMENTAL" and not therapy_papers_complete(have):
        needed += [
            paper for paper in _FOR_UNPROVEN_CARE if not (paper in _EITHER and _EITHER & have)
        ]
    return tuple(paper for paper in needed if paper not in have)
