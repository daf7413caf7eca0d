"""A letter that serves a notice of the rulebook carries all that the law wants it to say."""

from dataclasses import replace
from datetime import date

import pytest

from openmso.office.letters import fields as f
from openmso.office.letters.blocks import elements
from openmso.office.letters.composing import IncompleteLetter, compose, situations
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.letter_catalog import CatalogEntry, entry_for, every_entry
from openmso.office.letters.notices_served import lacking
from openmso.office.letters.specimens import specimen
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.notice_book import load_notices

NOTICES = load_notices(default_rulebook())
SERVING = [(entry, notice) for entry in every_entry() for notice in entry.serves]
IDS = [f"{entry.kind}-{notice}" for entry, notice in SERVING]
OF_AUTHORIZATION = {
    "request_approved",
    "request_denied",
    "request_denied_by_voice",
    "extension_taken",
    "expedition_refused",
    "delay_foreseen",
    "time_ran_out",
}
NOT_WRITTEN_YET = {"MA-NOT-EXPEDITED", "DUAL-DECISION"}


@pytest.mark.parametrize(("entry", "notice_id"), SERVING, ids=IDS)
def test_a_letter_is_held_to_everything_its_notice_must_contain(
    entry: CatalogEntry, notice_id: str
) -> None:
    assert lacking(entry, NOTICES.notice(notice_id)) == frozenset()


@pytest.mark.parametrize(("entry", "notice_id"), SERVING, ids=IDS)
def test_the_letter_as_it_is_printed_says_and_encloses_it(
    entry: CatalogEntry, notice_id: str
) -> None:
    notice = NOTICES.notice(notice_id)
    order = specimen(entry.kind, entry.reader, line_of_business=entry.line_of_business)

    printed = elements(compose(order).blocks)

    assert notice.must_say(situations(order.fields)) <= printed
    assert set(notice.encloses) <= printed


@pytest.mark.parametrize(("entry", "notice_id"), SERVING, ids=IDS)
def test_a_letter_serves_notices_to_its_own_reader_in_its_own_line(
    entry: CatalogEntry, notice_id: str
) -> None:
    notice = NOTICES.notice(notice_id)

    assert notice.recipient == entry.reader
    assert entry.line_of_business in notice.facts["line_of_business"]
    assert set(entry.obliged_by) & set(notice.deadlines)


def test_a_letter_that_forgets_what_the_law_asks_for_is_found() -> None:
    entry = entry_for(Kind.DENIAL, Reader.MEMBER, "KK")
    forgetful = replace(
        entry,
        requires=entry.requires - {"independent_medical_review"},
        requires_when={},
        official=(),
    )

    assert lacking(forgetful, NOTICES.notice("KK-DENIAL")) == {
        "independent_medical_review",
        "clinical_reason",
        "dmhc_paragraph",
        "nondiscrimination_notice",
    }


def test_every_notice_about_a_request_has_its_letter() -> None:
    on_requests = {each.id for each in NOTICES.notices.values() if each.event in OF_AUTHORIZATION}

    assert on_requests - {notice for _, notice in SERVING} == NOT_WRITTEN_YET


@pytest.mark.parametrize("reader", [Reader.MEMBER, Reader.PROVIDER])
@pytest.mark.parametrize("kind", [Kind.APPROVAL, Kind.PARTIAL_APPROVAL])
def test_the_conditions_of_an_approval_are_told(kind: Kind, reader: Reader) -> None:
    order = specimen(kind, reader)
    assert isinstance(order.fields, f.ApprovalFields | f.PartialApprovalFields)
    condition = f.Wording(text="Only at Seaside Physical Therapy.")
    granted = replace(order.fields.approval, conditions=(condition,))

    letter = compose(replace(order, fields=replace(order.fields, approval=granted)))

    assert "conditions" in elements(letter.blocks)
    assert "conditions" not in elements(compose(order).blocks)


def test_a_time_out_of_medi_cal_is_not_written_without_the_ways_to_ask_for_a_change() -> None:
    order = specimen(Kind.SILENCE_NOTICE, line_of_business="MEDI-CAL")
    assert isinstance(order.fields, f.SilenceFields)

    with pytest.raises(IncompleteLetter, match="state_hearing"):
        compose(replace(order, fields=replace(order.fields, remedies=())))


def test_the_day_decides_whether_the_reason_is_owed_to_the_practice() -> None:
    facts = {"line_of_business": "MA", "item_or_drug": "item", "outcome": "deny"}

    before = NOTICES.owed_on("request_denied", facts=facts, on=date(2025, 12, 31))
    after = NOTICES.owed_on("request_denied", facts=facts, on=date(2026, 1, 1))

    assert [notice.id for notice in before] == ["MA-DENIAL"]
    assert [notice.id for notice in after] == ["MA-DENIAL", "MA-DENIAL-REASON-PROVIDER"]
