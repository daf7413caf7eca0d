"""What a nurse does with a request: compare, approve, ask a physician, take more time."""

from datetime import datetime, time

from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.prior_auth.actions.answer_point import Finding, answer_point
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.actions.renew_criteria import renew_criteria
from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.criteria_points import points_and_findings
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.office.documents.models import Document

from ..story import Story

_OPENS = time(8)


def nurse_compares(story: Story, *, gap: bool = False, only: int | None = None) -> None:
    """The nurse answers the criteria points; with `gap` one of them is not met."""
    nurse, wish = story.nurse(), story.ask.wish
    papers = [each for each in story.documents() if each.source != Document.Source.OFFICE]
    points = [point.code for point, _ in points_and_findings(story.fresh())]
    for place, code in enumerate(points[:only]):
        story.later(2, 30)
        met = not (gap and place == min(wish.gap_point, len(points)) - 1)
        answer_point(
            story.request.id,
            code,
            finding=Finding(
                answer=PointAnswer.MET if met else PointAnswer.NOT_MET,
                quote=wish.evidence[min(place, len(wish.evidence) - 1)] if met else wish.gap,
                document_id=papers[0].id if papers else None,
                page=2 if papers else None,
            ),
            by=nurse,
            at=story.at,
        )


def nurse_approves(story: Story) -> None:
    approve(story.request.id, by=story.nurse(), at=story.later(10, 1500))


def nurse_sends_to_physician(story: Story) -> None:
    gap = story.ask.wish.gap
    note = f"Not met: {gap}" if gap else "Please look at it."
    send_to_physician(story.request.id, note=note, by=story.nurse(), at=story.later(5, 240))


def time_is_extended(story: Story, ground: str, why: str) -> None:
    extend(story.request.id, ground=ground, why=why, by=story.nurse(), at=story.later(30, 900))


def criteria_are_renewed(story: Story) -> None:
    """Once a newer edition of the criteria serves, the nurse lets the case go over to it."""
    story.wait_until(_newer_edition_serves_at(story))
    renew_criteria(story.request.id, by=story.nurse(), at=story.later(20, 200))


def _newer_edition_serves_at(story: Story) -> datetime:
    present = story.fresh().criteria_edition
    if present is None or present.until_on is None:
        raise ValueError(f"no newer criteria follow those of {story.ask.wish.key}")
    newer = CriteriaEdition.objects.get(
        tenant_id=present.tenant_id, key=present.key, from_on=present.until_on
    )
    return datetime.combine(newer.from_on, _OPENS, tzinfo=story.desk.roster.tenant.zone)
