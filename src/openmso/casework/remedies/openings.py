"""When each kind of remedy opens: one function for each word of `Opening`."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from .case import ADVERSE, Case
from .cells import NO, YES
from .review import review_opened
from .rows import Opening, RemedyRow, fits, rule_for
from .states import Opened, a_person, closed, is_open, not_yet, predicted


def opening_of(row: RemedyRow, case: Case) -> Opened:
    """Return whether this remedy can be used on the case's day, and why."""
    if case.coverage.everything_to_a_person:
        return a_person(case.coverage.why)
    return _OPENINGS[row.opens](row, case)


def _first_step(row: RemedyRow, case: Case) -> Opened:
    facts = case.facts
    if case.plan_said_yes:
        return closed("plan_said_yes", ask="ask_if_not_done")
    if facts.grievance == "answered":
        return closed("already_answered")
    if facts.grievance != "filed":
        return is_open(counts_from=facts.notice_on)
    rule = rule_for(row.answer_within, case.cells)
    answer = rule and facts.grievance_filed_at
    due = case.clocks.last_day(rule, answer) if answer else None
    if due is None or due.day is None:
        return closed("already_asked")
    if case.as_of > due.day:
        return closed("plan_is_late")
    return closed("already_asked_until", day=due.day)


def _after_first_step(row: RemedyRow, case: Case) -> Opened:
    facts = case.facts
    if taken := _hearing_taken(row, case):
        return taken
    if case.plan_said_yes:
        return closed("plan_said_yes", ask="ask_if_not_done")
    if case.cells["step"] in ADVERSE:
        return is_open(counts_from=facts.grievance_answered_at)
    if fits(row.at_once_if, case.cells):
        return is_open()
    if facts.grievance == "answered":
        return a_person()
    if facts.grievance is None:
        return predicted("opens_after_first_step")
    return _after_waiting(row, case)


def _after_waiting(row: RemedyRow, case: Case) -> Opened:
    rule = rule_for(row.wait, case.cells)
    asked_on = case.as_of if case.facts.grievance == "none" else case.facts.grievance_filed_at
    if not rule:
        return not_yet("opens_after_first_step")
    waiting = case.clocks.last_day(rule, asked_on) if asked_on else None
    if waiting is None or waiting.day is None:
        return a_person()
    if case.as_of > waiting.day:
        return replace(is_open("plan_is_late"), opens_on=waiting.day_after)
    why = "opens_on_if_asked_today" if case.facts.grievance == "none" else "opens_on"
    return not_yet(why, opens_on=waiting.day_after)


def _at_once(row: RemedyRow, case: Case) -> Opened:
    if taken := _hearing_taken(row, case):
        return taken
    if case.plan_said_yes:
        return closed("plan_said_yes", ask="ask_if_not_done")
    return is_open(counts_from=case.facts.notice_on)


def _any_time(_row: RemedyRow, case: Case) -> Opened:
    return is_open("any_time", counts_from=case.facts.notice_on or case.as_of)


def _by_prediction(_row: RemedyRow, case: Case) -> Opened:
    return review_opened(case)


def _while_care_goes_on(_row: RemedyRow, case: Case) -> Opened:
    facts = case.facts
    if case.plan_said_yes:
        return closed("plan_said_yes", ask="ask_if_not_done")
    if case.cells["service_ends"] == NO:
        return closed("only_if_care_ends")
    answered = case.cells["step"] in ADVERSE
    told_on = facts.grievance_answered_at if answered else facts.notice_on
    ends = case.cells["service_ends"] == YES
    opened = is_open() if ends else predicted("only_if_care_ends")
    return replace(opened, counts_from=told_on, or_later=facts.ends_on)


def _on_leaving(row: RemedyRow, case: Case) -> Opened:
    if case.cells["leaving"] != row.leaving:
        return predicted("only_if_leaving")
    return is_open(counts_from=case.facts.ends_on)


def _later(_row: RemedyRow, case: Case) -> Opened:
    if case.plan_said_yes:
        return closed("plan_said_yes", ask="ask_if_not_done")
    return predicted("comes_later")


def _person_decides(_row: RemedyRow, _case: Case) -> Opened:
    return a_person()


def _hearing_taken(row: RemedyRow, case: Case) -> Opened | None:
    if not row.hearing or case.facts.state_hearing in (None, "none"):
        return None
    asked = case.facts.state_hearing == "asked"
    return closed("hearing_asked" if asked else "hearing_was_held", ask="ask_if_not_done")


_OPENINGS: Mapping[Opening, Callable[[RemedyRow, Case], Opened]] = {
    Opening.FIRST_STEP: _first_step,
    Opening.AFTER_FIRST_STEP: _after_first_step,
    Opening.AT_ONCE: _at_once,
    Opening.ANY_TIME: _any_time,
    Opening.BY_PREDICTION: _by_prediction,
    Opening.WHILE_CARE_GOES_ON: _while_care_goes_on,
    Opening.ON_LEAVING: _on_leaving,
    Opening.LATER: _later,
    Opening.PERSON_DECIDES: _person_decides,
}
