"""A due date says in words how it stands, and opens to its rule and arithmetic."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from channels.ui.drawing import LOS_ANGELES, SUNDAY_NOON, drawn
from openmso.channels.ui.presenters.deadline import (
    DeadlineFacts,
    OtherAnswer,
    Tone,
    deadline_badge,
)
from page_checks import assert_ids_resolve, assert_nothing_inline


def facts(due_at: datetime, **wishes: Any) -> DeadlineFacts:
    known: dict[str, Any] = {
        "uid": "d1",
        "question": "Standard decision",
        "rule_id": "MA-PA-STD-7",
        "citation": "42 CFR 422.568(b)(1)",
        "verified": "read in the source",
        "checked_on": "02/03/2026",
        "authority": "federal",
        "start_event": "Request received",
        "started_at": SUNDAY_NOON - timedelta(days=2),
        "working": ("11/20/2026 12:00 PM PST", "+ 7 calendar days"),
        "others": (OtherAnswer(authority="state", rule_id="CA-X", citation="Code 1", value="5"),),
        "why_governs": "The strictest answer governs.",
    }
    return DeadlineFacts(due_at=due_at, **(known | wishes))


@pytest.mark.parametrize(
    ("due_in", "wishes", "tone", "words", "left"),
    [
        (timedelta(hours=4), {}, Tone.TODAY, "Due today 4:00 PM", "4 h left"),
        (timedelta(days=6), {}, Tone.AHEAD, "Due 11/28/2026 12:00 PM", "6 days left"),
        (timedelta(hours=-2), {}, Tone.OVERDUE, "Overdue since 11/22/2026 10:00 AM", "2 h late"),
        (timedelta(days=2), {"paused": "waiting for records"}, Tone.PAUSED,
         "Clock stands still", "waiting for records"),
        (timedelta(0), {"met_at": SUNDAY_NOON}, Tone.MET, "Met", ""),
        (timedelta(0), {"met_at": SUNDAY_NOON + timedelta(hours=3)}, Tone.LATE,
         "Met late", "by 3 h"),
    ],
)  # fmt: skip
def test_the_badge_says_in_words_how_the_deadline_stands(
    due_in: timedelta, wishes: dict[str, Any], tone: Tone, words: str, left: str
) -> None:
    badge = deadline_badge(facts(SUNDAY_NOON + due_in, **wishes), at=SUNDAY_NOON, zone=LOS_ANGELES)

    assert (badge.tone, badge.words, badge.left) == (tone, words, left)


def test_today_is_the_office_s_day_not_the_server_s() -> None:
    late_evening = datetime(2026, 11, 22, 22, 0, tzinfo=LOS_ANGELES)

    badge = deadline_badge(
        facts(late_evening + timedelta(hours=1)), at=late_evening, zone=LOS_ANGELES
    )

    assert badge.tone is Tone.TODAY
    assert badge.due_full == "11/22/2026 11:00 PM PST"


def test_the_badge_opens_to_rule_citation_check_mark_start_and_arithmetic() -> None:
    html = drawn(
        "ui/_deadline_badge.html",
        badge=deadline_badge(
            facts(SUNDAY_NOON + timedelta(hours=4)), at=SUNDAY_NOON, zone=ZoneInfo("UTC")
        ),
    )

    for words in (
        "<details", "MA-PA-STD-7", "42 CFR 422.568(b)(1)",
        "read in the source, checked on 02/03/2026", "Request received", "+ 7 calendar days",
        "CA-X", "The strictest answer governs.", "usa-icon",
    ):  # fmt: skip
        assert words in html
    assert_ids_resolve(html)
    assert_nothing_inline(html)
