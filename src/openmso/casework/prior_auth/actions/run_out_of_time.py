"""The legal time has passed and nobody answered: what the law makes of it is carried out."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import governing_one, miss
from openmso.office.worklists.items import refresh_item

from ..clock_keeping import clock_facts
from ..domain.deadlines import DECIDE
from ..domain.letters_owed import letters_owed_for_silence
from ..domain.silence import meaning_of_silence
from ..domain.states import OPEN, State
from ..events import Event
from ..letters.occasion import Occasion
from ..letters.ordering import order_letters
from ..models import AuthorizationRequest, Decision
from ..steps.deciding import approve_now
from ..steps.locking import keep, locked
from ..worklist import note_of


@action
def run_out_of_time(request_id: UUID, *, by: Actor, at: datetime) -> AuthorizationRequest:
    """Carry out what silence means for this request; safe to run twice.

    The consequence is dated to the due time that passed, and recorded at `at`. Silence never
    denies: where the law counts it as a denial the member may appeal at once, and the case stays on
    its list until a person answers it.
    """
    request = locked(request_id, by=by)
    deadline = governing_one(request, DECIDE)
    if deadline is None or not deadline.has_run_out(at) or State(request.state) not in OPEN:
        record(request, "prior_auth.time_checked", by=by, at=at)
        return request
    passed_at = deadline.due_at
    on = office_calendar(request.tenant_id).local(passed_at).date()
    silence = meaning_of_silence(clock_facts(request), rulebook(), on=on)
    miss(request, DECIDE, at=at)
    request.silence_at = passed_at
    request.silence_means = str(silence.consequence or "no_meaning_in_law")
    request.silence_rule = silence.rule.id if silence.rule else ""
    keep(request, "silence_at", "silence_means", "silence_rule")
    record(
        request,
        Event.TIME_RAN_OUT,
        by=by,
        at=at,
        happened_at=passed_at,
        means=request.silence_means,
        rule=request.silence_rule,
        citation=silence.rule.citation if silence.rule else "",
        late_rule=deadline.rule_id,
    )
    if silence.grants and silence.rule is not None:
        approve_now(
            request,
            outcome=Decision.Outcome.GRANTED_BY_LAW,
            basis=f"Granted by law, no answer in time: {silence.rule.citation}",
            signed_by=None,
            by=by,
            at=at,
        )
        return request
    refresh_item(request, note=note_of(request))
    if silence.rule is not None:
        order_letters(
            request,
            letters_owed_for_silence(delay_notice=silence.owes_delay_notice),
            by=by,
            at=at,
            told=Occasion(silence=silence, passed_at=passed_at),
        )
    return request
