"""What a physician does with a request: read, talk, decide."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.open_record import open_record
from openmso.casework.prior_auth.actions.talk_to_peer import answer_talk, note_talk, offer_talk
from openmso.casework.prior_auth.denial import Denial
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.roster.benefits.models import BenefitSection
from openmso.roster.benefits.queries import benefit_sections

from ..story import Story


def physician_reads(story: Story) -> Actor:
    """A physician who may sign opens every paper of the case."""
    physician = story.desk.physician(story.fresh().review_specialties, story.at)
    for document in story.documents():
        open_record(story.request.id, document.id, by=physician, at=story.later(3, 60))
    return physician


def talk_is_offered(story: Story, physician: Actor, *, held: bool = True) -> None:
    """A talk is offered to the requesting doctor, and held unless `held` is false."""
    story.later(5, 60)
    slots = [story.at + timedelta(hours=hours) for hours in (2, 4)]
    talk = offer_talk(story.request.id, slots=slots, by=physician, at=story.at)
    if held:
        front_desk = story.desk.practice(story.ask.doctor)
        answer_talk(story.request.id, talk.id, slot=slots[0], by=front_desk, at=story.later(10, 40))
        note_talk(
            story.request.id,
            talk.id,
            reached=True,
            note="Went through the record with the doctor.",
            by=physician,
            at=story.later(80, 120),
        )


def physician_approves(story: Story, physician: Actor) -> None:
    approve(story.request.id, by=physician, at=story.later(10, 300))


def physician_denies(story: Story, physician: Actor) -> None:
    deny(
        story.request.id,
        denial=_denial(story),
        by=physician,
        at=story.later(10, 300),
        version=story.fresh().version,
    )


def physician_approves_part(story: Story, physician: Actor, quantity: int) -> None:
    approved: Mapping[int, Decimal] = {1: Decimal(quantity)}
    approve_in_part(
        story.request.id,
        approved=approved,
        denial=_denial(story),
        by=physician,
        at=story.later(10, 300),
        version=story.fresh().version,
    )


def _denial(story: Story) -> Denial:
    wish, request = story.ask.wish, story.fresh()
    if wish.no is None:
        raise ValueError(f"nobody has written a reason against {wish.key}")
    section = _benefit_section(request, wish.section)
    return Denial(
        ground=Ground.NOT_COVERED if section else Ground.MEDICAL_APPROPRIATENESS,
        clinical_reason=wish.no.clinical,
        plain_reason=wish.no.plain,
        plain_reason_es=wish.no.plain_es,
        criteria_edition_id=None if section else request.criteria_edition_id,
        benefit_section_id=section.id if section else None,
        alternative=wish.no.alternative,
        alternative_es=wish.no.alternative_es,
        shown={"criteria": str(request.criteria_edition_id), "screen": "physician desk"},
    )


def _benefit_section(request: AuthorizationRequest, number: str) -> BenefitSection | None:
    """Return the section of the plan's benefit book that leaves the service out, if one does."""
    if not number or request.plan_id is None:
        return None
    sections = benefit_sections(request.tenant_id, request.plan_id, request.service_from_on.year)
    return next((each for each in sections if each.section == number), None)
