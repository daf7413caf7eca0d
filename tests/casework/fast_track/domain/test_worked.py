"""Every case of worked.yaml: notice, request, papers and costs come out as a nurse worked them."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from openmso.casework.fast_track.domain.asking import NoFastTrack, Way, meaning_of_asking
from openmso.casework.fast_track.domain.care import Care, End
from openmso.casework.fast_track.domain.clocks import (
    ASK_AGAIN,
    ASK_QIO,
    GIVE_NOTICE,
    due_when_announced,
    due_when_decided,
    due_when_sent,
    due_when_told,
)
from openmso.casework.fast_track.domain.coverage import covered_until
from openmso.casework.fast_track.domain.notice import earliest_end, is_late, last_moment
from openmso.rulebook.book import default_rulebook
from openmso.standards.calendars import OfficeCalendar

BOOK = default_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
FRIDAY = date(2026, 11, 27)
FILE = Path(__file__).with_name("worked.yaml")
CASES = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["cases"]


def end_of(case: dict[str, Any]) -> End:
    on = datetime.fromisoformat(case["ends"]).date()
    return End(care=Care(case["care"]), line_of_business="MA", on=on)


def at(text: str) -> datetime:
    return OFFICE.instant(datetime.fromisoformat(text))


def shown(moment: datetime | None) -> str:
    return OFFICE.local(moment).isoformat() if moment else ""


def having(*names: str) -> list[Any]:
    found = [case for case in CASES if all(name in case for name in names)]
    assert found, f"no case has {names}"
    return [pytest.param(case, id=case["why"][:60]) for case in found]


@pytest.mark.parametrize("case", having("notice_by", "notice"))
def test_the_notice_has_its_time_before_the_end(case: dict[str, Any]) -> None:
    end, told = end_of(case), case["notice"]

    assert shown(last_moment(end, BOOK, OFFICE)) == case["notice_by"], case["why"]
    assert is_late(at(told["given"]), end, BOOK, OFFICE) == (told["in_time"] == "no")
    assert earliest_end(at(told["given"]), end, BOOK, OFFICE).isoformat() == told["earliest"]


@pytest.mark.parametrize("case", having("asked"))
def test_a_request_is_in_time_or_late_each_with_its_meaning(case: dict[str, Any]) -> None:
    found = meaning_of_asking(at(case["asked"]), end_of(case), BOOK, OFFICE)

    assert (found.way.value, shown(found.until)) == (case["means"], case["until"]), case["why"]
    assert (found.late_rule.id if found.late_rule else None) == case.get("late_rule")
    assert found.in_time == (found.way is Way.QIO_IN_TIME)


@pytest.mark.parametrize("case", having("told", "papers_by"))
def test_reasons_and_records_are_owed_together(case: dict[str, Any]) -> None:
    found = due_when_told(end_of(case), at(case["told"]), BOOK, OFFICE)

    assert [one.purpose for one in found] == ["give_reasons", "send_records"]
    assert {shown(one.due_at) for one in found} == {case["papers_by"]}, case["why"]
    assert all(one.governs and one.working for one in found)


@pytest.mark.parametrize("case", having("covered"))
def test_who_pays_from_when(case: dict[str, Any]) -> None:
    found = covered_until(
        end_of(case),
        BOOK,
        OFFICE,
        decided_at=at(case["decided"]) if "decided" in case else None,
        in_time=case.get("in_time") != "no",
        papers_late=case.get("papers_late") == "yes",
    )

    assert shown(found.until) == case["covered"], case["why"]
    assert [rule.id for rule in found.rules] == case["rules"]
    assert found.working


@pytest.mark.parametrize("line", ["MEDI-CAL", "KK", "AZ-COMM"])
@pytest.mark.parametrize("care", list(Care))
def test_only_medicare_members_have_this_way(line: str, care: Care) -> None:
    end = End(care=care, line_of_business=line, on=FRIDAY)

    with pytest.raises(NoFastTrack):
        meaning_of_asking(at("2026-11-25T10:00"), end, BOOK, OFFICE)


def test_a_stay_has_its_notices_with_the_stay_and_services_have_them_here() -> None:
    of = {care: End(care=care, line_of_business="MA", on=FRIDAY) for care in Care}

    purposes = {
        care: [one.purpose for one in due_when_announced(end, end.moment(OFFICE), BOOK, OFFICE)]
        for care, end in of.items()
    }

    assert purposes.pop(Care.HOSPITAL_STAY) == [ASK_QIO]
    assert set(map(tuple, purposes.values())) == {(GIVE_NOTICE, ASK_QIO)}


def test_the_qio_s_own_times_are_expected_and_a_second_look_has_its_last_day() -> None:
    end = end_of({"care": "nursing_facility", "ends": "2026-11-27"})

    [decision] = due_when_sent(end, at("2026-11-25T14:00"), BOOK, OFFICE)
    [again] = due_when_decided(end, at("2026-11-26T10:00"), BOOK, OFFICE)

    assert shown(decision.due_at) == "2026-11-26T17:00:00-08:00"
    assert (again.purpose, shown(again.due_at)) == (ASK_AGAIN, "2027-01-25T23:59:59-08:00")
