"""The packet leaves to the reviewers, with a list of what is in it for the member."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.actions.note_case_file_sent import note_case_file_sent
from openmso.casework.appeals.models import Appeal
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clocks import SEND_PACKET, due_when_sent
from ..domain.forum import Forum
from ..domain.packet import Step, in_the_way
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_list_of_papers
from ..models import ExternalReview, PacketPaper
from ..queries import gathered, papers_of
from ..says import paper_says
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue
from ..steps.sending import log_sent


class PacketNotReady(MoveNotAllowed):
    """Something that is ours to get is not here; `reasons` names each paper."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(f"Not here yet: {'; '.join(reasons)}.")
        self.reasons = reasons


@action
def send_packet(
    review_id: UUID, *, way: str, by: Actor, at: datetime, version: int | None = None
) -> ExternalReview:
    """Send everything that is here, stop the packet's clock, and write the member what was sent.

    What others owe may follow. Raises PacketNotReady, MoveNotAllowed, ReviewNotFound,
    ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(review_id, by=by, version=version)
    state = after(State(case.state), Move.SEND_PACKET, forum=Forum(case.forum))
    if case.packet_sent_at is not None:
        raise MoveNotAllowed("The packet has left already; what comes later follows by itself.")
    papers = papers_of(case)
    waiting = in_the_way(gathered(papers))
    if waiting:
        raise PacketNotReady(tuple(paper_says(one.kind, holder=one.holder) for one in waiting))
    sent = [one for one in papers if one.step == Step.RECEIVED and not one.went_without_us]
    case.state, case.packet_sent_at = state, at
    case.delay_reason = case.delay_note = ""
    keep(case, "state", "packet_sent_at", "delay_reason", "delay_note")
    PacketPaper.objects.filter(id__in=[one.id for one in sent]).update(sent_at=at)
    log_sent(case, sent, about=f"Packet of {len(sent)} papers", way=way, by=by, at=at)
    record(case, Event.PACKET_SENT, by=by, at=at, papers=len(sent), way=way)
    meet(case, SEND_PACKET, at=at)
    _tell_the_appeal(case, by=by, at=at)
    start_clocks(case, due_when_sent, at, at=at)
    order_list_of_papers(case, papers, by=by, at=at)
    renew_on_queue(case, outcome="packet sent", at=at)
    return case


def _tell_the_appeal(case: ExternalReview, *, by: Actor, at: datetime) -> None:
    """The appeal that went on to the entity waits for its case file to leave."""
    if case.forum != Forum.MEDICARE_ENTITY or case.appeal_id is None:
        return
    waits = Appeal.objects.filter(
        tenant_id=case.tenant_id, id=case.appeal_id, sends_on=True, case_file_sent_at=None
    )
    if waits.exists():
        note_case_file_sent(case.appeal_id, sent_at=at, by=by, at=at)
