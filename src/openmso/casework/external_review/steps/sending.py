"""Papers leave to the outside body: in the log, and in the ledger of who was told what."""

from collections.abc import Sequence
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.disclosures.models import Disclosure
from openmso.office.new_rows import add_rows

from ..domain.forum import Forum
from ..models import ExternalReview, OutsideContact, PacketPaper
from ..says import paper_says
from .letters_from_outside import log_contact

PURPOSE = "external_review"


def log_sent(
    case: ExternalReview,
    papers: Sequence[PacketPaper],
    *,
    about: str,
    way: str = OutsideContact.Way.PORTAL.value,
    by: Actor,
    at: datetime,
) -> None:
    """Write what left: one line in the log, one disclosure for each paper."""
    forum = Forum(case.forum)
    log_contact(
        case,
        direction=OutsideContact.Direction.TO_THEM,
        way=way,
        about=about,
        happened_at=at,
        by=by,
        at=at,
    )
    add_rows(
        [
            Disclosure(
                tenant_id=case.tenant_id,
                about_member_id=case.member_id,
                case_kind=case.case_kind,
                case_id=case.id,
                what=paper_says(paper.kind, holder=paper.holder)[:80],
                purpose=PURPOSE,
                receiver_kind="outside_body",
                receiver_name=forum.who,
                way=way,
                at=at,
            )
            for paper in papers
        ]
    )
