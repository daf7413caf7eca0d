"""Takes each wish for another doctor to the health plan."""

from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import when

from .actions.pass_on import note_passed_on
from .events import Event
from .interfaces import PcpWish, wiring
from .models import PcpChange

MEMBER_DESK = "Member desk"


@when(Event.ASKED)
def pass_the_wish_on(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Hand the wish over and keep the proof. Run twice, it is handed over once."""
    del case_kind, event_id
    changes = PcpChange.objects.select_related("member", "coverage", "plan", "wanted")
    change = changes.get(tenant_id=tenant_id, id=case_id)
    if change.proof:
        return
    proof = wiring.plan_desk().pass_on(key=str(change.id), wish=wish_of(change))
    by = Actor.system(MEMBER_DESK, UUID(tenant_id))
    note_passed_on(change.id, proof=proof, by=by, at=clock.now())


def wish_of(change: PcpChange) -> PcpWish:
    """Return what the plan is told."""
    return PcpWish(
        number=change.number,
        plan=change.plan.key,
        member_number=change.coverage.member_number,
        member_name=change.member.full_name,
        birth_date=change.member.birth_date.isoformat(),
        wanted_npi=change.wanted.npi,
        wanted_name=change.wanted.full_name,
        reason=change.reason,
        asked_at=change.asked_at,
    )
