"""One case of care that ends as the desk sees it: clocks, notice, who pays, decisions, history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.fast_track.domain.asking import Way
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.decision import Answer, Look
from openmso.casework.fast_track.domain.notice import Proof, earliest_end
from openmso.casework.fast_track.domain.states import OPEN, State
from openmso.casework.fast_track.models import FastTrackCase, QioDecision
from openmso.casework.fast_track.queries import decisions_of
from openmso.casework.fast_track.steps.costs import covered_if_it_ends
from openmso.channels.ui.presenters.care_that_ends import CARES, STATES
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry, facts_of
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history

from ..letters.of_case import LetterLine, letters_in
from ..prior_auth.words.clocks import clock_badges
from .words import ANSWERS, DUTIES, LOOKS, PROOFS, WAYS, entries


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingPage:
    """`costs` says who pays until when and by which rule; `working` how that was counted."""

    state: StatusTag
    care: str
    clocks: Sequence[tuple[str, DeadlineBadge]]
    banners: Sequence[str]
    facts: Sequence[Fact]
    notice: Sequence[Fact]
    costs: Sequence[Fact]
    working: Sequence[str]
    decisions: Sequence[Fact]
    letters: Sequence[LetterLine]
    history: Sequence[TimelineEntry]


def ending_page(case: FastTrackCase, *, at: datetime, zone: ZoneInfo) -> EndingPage:
    """Read and present a case as it stands at `at`. Three queries."""
    events = list(history(case.tenant_id, case.id))
    costs, working = _costs(case, zone)
    return EndingPage(
        state=STATES[State(case.state)],
        care=CARES[Care(case.care)],
        clocks=clock_badges(of_case(case.tenant_id, case.id), at=at, zone=zone, duties=DUTIES),
        banners=_banners(case, zone),
        facts=_facts(case, zone),
        notice=_notice(case, zone),
        costs=costs,
        working=working,
        decisions=[_decision(one, zone) for one in decisions_of(case)],
        letters=letters_in(events, zone),
        history=entries(events, zone),
    )


def _banners(case: FastTrackCase, zone: ZoneInfo) -> list[str]:
    found = []
    if case.notice_late and case.notice_given_at is not None:
        office = office_calendar(case.tenant_id)
        allowed = earliest_end(case.notice_given_at, case.end, rulebook(), office)
        found.append(
            "The notice came too late for this end. It allows an end on "
            f"{staff_date(allowed)} at the earliest."
        )
    if case.papers_late_at is not None:
        found.append(
            f"Our papers were due on {staff_time(case.papers_late_at, zone)}. The plan pays for "
            "what the delay costs; what is missing is still owed."
        )
    if case.state == State.WITH_PLAN:
        found.append(
            "It came too late for the QIO. File the fast appeal against the no that ended the "
            "care; without one on record, key in the request for more care first."
        )
    if case.state == State.GOES_ON:
        found.append("Care goes on. A new end needs a new notice with its own time.")
    return found


def _facts(case: FastTrackCase, zone: ZoneInfo) -> list[Fact]:
    asked = WAYS[Way(case.asked_way)] if case.asked_way else ""
    pairs = (
        ("Care", CARES[Care(case.care)]),
        ("Given by", " · ".join(filter(None, (case.provider_name, case.provider_phone)))),
        ("Ends on", staff_date(case.ends_on)),
        ("Member asked", _moment(case.asked_at, zone)),
        ("Asked by", case.asked_by),
        ("What that means", asked),
        ("The QIO told us", _moment(case.told_at, zone)),
        ("Their case number", case.qio_reference),
        ("Reasons given", _moment(case.reasons_given_at, zone)),
        ("How", case.reasons_given_how),
        ("Records sent", _moment(case.records_sent_at, zone)),
        ("What was sent", case.records_sent_what),
        ("Asked again", _moment(case.asked_again_at, zone)),
        ("Closed", _moment(case.closed_at, zone)),
        ("Why", case.closed_why),
    )
    found = facts_of(pairs)
    return found + _links(case)


def _links(case: FastTrackCase) -> list[Fact]:
    found = []
    if case.admission is not None:
        href = reverse("staff:admission", args=[case.admission_id])
        found.append(Fact(label="Stay", value=case.admission.number, href=href))
    if case.came_from is not None:
        href = reverse("staff:fast_track_case", args=[case.came_from_id])
        found.append(Fact(label="Came after", value=case.came_from.number, href=href))
    if case.appeal_id is not None:
        href = reverse("staff:appeal", args=[case.appeal_id])
        found.append(Fact(label="Fast appeal", value="Open", href=href))
    return found


def _notice(case: FastTrackCase, zone: ZoneInfo) -> list[Fact]:
    if case.notice_given_at is None:
        return []
    pairs = (
        ("Given", _moment(case.notice_given_at, zone)),
        ("By", case.notice_given_by),
        ("Proof", PROOFS[Proof(case.notice_proof)]),
        ("Told to", case.notice_told_to),
        ("Seen by", case.notice_witness),
        ("Paper mailed on", _day(case.notice_mailed_on)),
    )
    return facts_of(pairs)


def _costs(case: FastTrackCase, zone: ZoneInfo) -> tuple[list[Fact], tuple[str, ...]]:
    """Say until when the plan pays: as decided, or as it would be if the end stood now."""
    if case.covered_until is not None:
        return _covered("Plan pays until", case.covered_until, case.covered_rule, zone), ()
    if case.state not in OPEN:
        return [Fact(label="Plan pays", value="On: the care did not end")], ()
    if case.care == Care.HOSPITAL_STAY and case.asked_way in {"", Way.QIO_IN_TIME}:
        # The moment counts from a decision that nobody knows yet.
        said = "While the QIO looks, for a member who asked in time"
        return [Fact(label="Plan pays", value=said)], ()
    covered = covered_if_it_ends(case, decided_at=None)
    rule = covered.rules[0].id if covered.rules else ""
    found = _covered("Plan pays until", covered.until, rule, zone, below="If the end stands")
    return found, covered.working


def _covered(
    label: str, until: datetime, rule_id: str, zone: ZoneInfo, *, below: str = ""
) -> list[Fact]:
    found = [Fact(label=label, value=staff_time(until, zone), below=below)]
    if rule_id:
        href = reverse("staff:rule", args=[rule_id])
        source = rulebook().rule(rule_id).citation
        found.append(Fact(label="Rule", value=rule_id, below=source, href=href))
    return found


def _decision(one: QioDecision, zone: ZoneInfo) -> Fact:
    said = ". ".join(filter(None, (one.told_by, one.words)))
    return Fact(
        label=LOOKS[Look(one.look)],
        value=f"{ANSWERS[Answer(one.answer)]}, {staff_time(one.told_at, zone)}",
        below=f"{said} (written down by {one.recorded_by_name})",
    )


def _moment(at: datetime | None, zone: ZoneInfo) -> str:
    return staff_time(at, zone) if at else ""


def _day(on: date | None) -> str:
    return staff_date(on) if on else ""
