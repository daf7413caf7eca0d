"""The letter that a case owes its member: which papers we sent to the outside body."""

from collections.abc import Iterable
from datetime import datetime

from openmso.casework.prior_auth.letters.teller import Teller
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.fields import ReviewPapersFields, Told
from openmso.office.letters.letter import Kind, Reader

from .domain.packet import Step
from .models import ExternalReview, PacketPaper
from .says import every_text, paper_says


def order_list_of_papers(
    case: ExternalReview, papers: Iterable[PacketPaper], *, by: Actor, at: datetime
) -> None:
    """Order the list of what was sent and of what may follow. Source: HSC 1374.30(n)."""
    listed = tuple(one for one in papers if not one.went_without_us)
    reviewer = every_text()[f"who_{case.forum}"]
    order_letter(
        case,
        kind=Kind.REVIEW_PAPERS,
        reader=Reader.MEMBER,
        fields=ReviewPapersFields(
            case=Teller(case.request, case.member.language).case(),
            reviewer=Told(en=reviewer.en, es=reviewer.es),
            sent_on=office_calendar(case.tenant_id).local(at).date(),
            sent=tuple(_told(one) for one in listed if one.step == Step.RECEIVED),
            to_follow=tuple(_told(one) for one in listed if one.step in (Step.NEEDED, Step.ASKED)),
        ),
        about_member_id=case.member_id,
        receiver_id=case.member_id,
        plan_id=case.plan_id,
        by=by,
        at=at,
    )


def _told(paper: PacketPaper) -> Told:
    return Told(
        en=paper_says(paper.kind, holder=paper.holder),
        es=paper_says(paper.kind, holder=paper.holder, language="es"),
    )
