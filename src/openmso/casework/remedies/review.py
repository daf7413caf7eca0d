"""Independent Medical Review: from what the table predicts to when and until when to ask.

The department (DMHC) is the final judge; nothing here closes its door.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from .case import ADVERSE, Case
from .rows import Prediction
from .states import Opened, State, a_person, closed, not_yet, predicted

_PLAN_MAY_STILL_ANSWER = ("none", "waiting")


def review_opened(case: Case) -> Opened:
    """Return when Independent Medical Review opens for this member."""
    row = case.deciding
    return _BY_PREDICTION[row.prediction](case, row.why)


def qualifying_event(case: Case) -> date | None:
    """Return the day from which the time to apply counts; None: it has not happened or is unknown.

    The plan's written answer; without one the end of the plan's time; where no grievance is
    needed, the letter with the no. Source: HSC 1374.30(k).
    """
    facts, step = case.facts, case.cells["step"]
    if facts.last_event is not None:
        return facts.last_event
    if step in ADVERSE:
        return facts.grievance_answered_at
    if step in ("late_fast", "late_fast_too"):
        return case.waits.fast
    if step == "late":
        return case.waits.ordinary
    return None if case.deciding.grievance_needed else facts.notice_on


def review_opens_on(case: Case) -> date | None:
    """Return the first day on which the application fits, for a plan that may still answer.

    The last day of the plan's time counted from the filing, or from today if nothing was filed;
    review opens the day after.
    """
    if case.cells["step"] not in _PLAN_MAY_STILL_ANSWER or case.cells["provider_link"] == "NONE":
        return None
    waits = case.waits
    last = waits.fast if case.facts.grievance_expedited else waits.ordinary
    return last + timedelta(days=1) if last and last < date.max else None


def _eligible(case: Case, why: str) -> Opened:
    event = qualifying_event(case)
    return Opened(state=State.OPEN, why=why, opens_on=event, counts_from=event)


def _maybe(case: Case, why: str) -> Opened:
    return predicted(why, counts_from=qualifying_event(case))


def _not_yet(case: Case, why: str) -> Opened:
    return not_yet(why, opens_on=review_opens_on(case))


def _person(case: Case, why: str) -> Opened:
    return a_person(why, counts_from=qualifying_event(case))


def _elsewhere(_case: Case, why: str) -> Opened:
    return closed(why, ask="department_decides")


def _nothing_left(_case: Case, why: str) -> Opened:
    return closed(why, ask="ask_if_not_done")


_BY_PREDICTION: Mapping[Prediction, Callable[[Case, str], Opened]] = {
    Prediction.ELIGIBLE: _eligible,
    Prediction.ELIGIBLE_IF_WAIVED: _maybe,
    Prediction.INCOMPLETE: _maybe,
    Prediction.APPLY_ANYWAY: _maybe,
    Prediction.NOT_YET: _not_yet,
    Prediction.POSSIBLE: _person,
    Prediction.LIKELY_BARRED: _person,
    Prediction.UNCLEAR: _person,
    Prediction.COMPLAINT: _elsewhere,
    Prediction.NO: _elsewhere,
    Prediction.NOT_DMHC: _elsewhere,
    Prediction.NOTHING_LEFT: _nothing_left,
    Prediction.GO_ON: _person,
}
