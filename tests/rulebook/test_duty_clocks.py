"""The clocks of a duty that a case keeps: with a due time, extended only where the rule allows."""

from datetime import datetime

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.clocks import Clock, running_clocks
from openmso.rulebook.duty_clocks import governing, of_duty
from openmso.standards.calendars import OfficeCalendar

BOOK = load_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
RECEIVED_AT = datetime.fromisoformat("2026-06-01T09:00:00-07:00")


def running(question: str, moment: str, *, extended: bool = False, **facts: str) -> list[Clock]:
    found = running_clocks(
        BOOK,
        question,
        facts=facts,
        moments={moment: RECEIVED_AT},
        office=OFFICE,
        extended=extended,
    )
    return list(found)


def test_a_rule_that_speaks_in_words_alone_has_no_clock_to_keep() -> None:
    asked = {"line_of_business": "MA", "urgency": "standard", "appeal_result": "upheld"}
    found = running("appeals/forwarding", "appeal_upheld", **asked)

    assert [one.rule.id for one in found] == ["MA-RECON-IRE-STD"]
    assert of_duty("send_on", found) == ()


def test_of_the_clocks_of_a_duty_the_governing_one_is_found_by_its_purpose() -> None:
    asked = {"line_of_business": "MA", "urgency": "standard", "item_or_drug": "item"}
    found = running("remedies/first_step_answer", "appeal_received", **asked)
    clocks = (*of_duty("tell", found), *of_duty("decide", found))

    first = governing(clocks, "decide")

    assert first is not None
    assert (first.purpose, first.started_at) == ("decide", RECEIVED_AT)
    assert first.due_at == min(one.due_at for one in clocks)
    assert governing(clocks, "another duty") is None


def test_only_a_rule_that_may_be_extended_counts_as_extended() -> None:
    asked = {"line_of_business": "MA", "urgency": "standard", "item_or_drug": "item"}
    found = running("remedies/first_step_answer", "appeal_received", extended=True, **asked)

    extended = {one.rule.id for one in of_duty("decide", found, extended=True) if one.extended}

    assert extended
    assert extended == {one.rule.id for one in found if one.rule.extension is not None}
    assert not any(one.extended for one in of_duty("decide", found))
