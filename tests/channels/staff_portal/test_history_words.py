"""How a letter that left is told in the history of its case: one line for each way."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.events import Event
from openmso.channels.staff_portal.prior_auth.words.history import timeline
from openmso.channels.ui.presenters.facts import TimelineEntry
from openmso.office.outbound import events as gate
from openmso.office.timeline.models import CaseEvent

AT = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
ZONE = ZoneInfo("America/Los_Angeles")
LETTER = "5a1c2e77-0000-4000-8000-000000000001"


def event(name: str, **details: object) -> CaseEvent:
    return CaseEvent(
        name=name, happened_at=AT, recorded_at=AT, actor_name="Post room", details=details
    )


def told(*events: CaseEvent) -> list[TimelineEntry]:
    return timeline(events, zone=ZONE)


def at_the_gate(to: str, way: str, name: str = gate.SENT) -> list[CaseEvent]:
    about = {"letter": LETTER, "what": "denial", "to": to, "way": way}
    return [event(gate.ORDERED, **about), event(name, **about, proof=f"{way}-77")]


def test_a_copy_by_fax_and_one_in_the_portal_are_one_line_each() -> None:
    noted = event(Event.NOTIFIED_PROVIDER, letter="denial")

    lines = told(*at_the_gate("practice", "fax"), *at_the_gate("practice", "portal"), noted, noted)

    assert [line.what for line in lines] == [
        "Letter to the practice sent by fax",
        "Letter to the practice put into the portal",
    ]
    assert lines[0].details == ["Letter: denial", "Proof: fax-77"]


def test_a_member_s_paper_and_the_copy_on_the_screen_are_told_apart() -> None:
    lines = told(
        *at_the_gate("member", "portal", gate.PUBLISHED),
        *at_the_gate("member", "mail"),
        event(Event.NOTIFIED_MEMBER, letter="denial"),
    )

    assert [line.what for line in lines] == [
        "Letter to the member put into the portal",
        "Letter to the member sent by mail",
    ]


def test_what_has_not_left_yet_stays_in_sight() -> None:
    ordered, _ = at_the_gate("practice", "fax")

    lines = told(ordered, event(gate.FAILED, dispatch="77"))

    assert [line.what for line in lines] == ["Sending ordered", "Sending failed, it is tried again"]


def test_another_letter_s_notice_is_not_folded_away() -> None:
    lines = told(
        *at_the_gate("practice", "fax"), event(Event.NOTIFIED_PROVIDER, letter="extension")
    )

    assert [line.what for line in lines][1:] == ["Letter to the practice left"]


def test_what_was_before_is_told_before_what_is_now() -> None:
    [line] = told(event(Event.CRITERIA_RENEWED, after="edition 2026-2", before="edition 2024-1"))

    assert line.details == ["Before: edition 2024-1", "Now: edition 2026-2"]
