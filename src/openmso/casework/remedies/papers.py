"""Which papers a remedy still needs, and who of the three owes each."""

from dataclasses import dataclass

from openmso.rulebook.answers import Answer

from .case import Case
from .first_step import therapy_papers_complete
from .rows import OwedBy, PaperRow, Prediction, RemedyRow, rule_for

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


@dataclass(frozen=True, slots=True)
class Owed:
    """A paper that is not there yet. `rule` is the time its sender has, None when none is named."""

    paper: PaperRow
    rule: Answer | None


def owed_papers(row: RemedyRow, case: Case) -> tuple[Owed, ...]:
    """Return what is still owed, the member's and the doctor's first; the plan's own is always."""
    if not row.papers or case.deciding.prediction not in _OPEN_TO_REVIEW:
        return ()
    papers = case.table.papers
    owed = [papers[name] for name in missing_papers(row, case)]
    owed += [one for one in papers.values() if one.owed_by is OwedBy.PLAN]
    return tuple(Owed(one, _time_for(one, case)) for one in owed)


def _time_for(paper: PaperRow, case: Case) -> Answer | None:
    rule_id = rule_for(paper.send_within, case.cells)
    return case.clocks.rule(rule_id, on=case.as_of) if rule_id else None


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
