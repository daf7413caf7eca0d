"""The rulebook as others get it: whole, and as its schema says."""

import csv
import io
import json

import pytest
from jsonschema_rs import is_valid, validate

from openmso.rulebook import exporting
from openmso.rulebook.book import load_rulebook

BOOK = load_rulebook()


@pytest.fixture(scope="module")
def exported() -> dict[str, list[dict[str, object]]]:
    read: dict[str, list[dict[str, object]]] = json.loads(exporting.as_json(BOOK))
    return read


def test_the_json_fits_its_schema(exported: dict[str, list[dict[str, object]]]) -> None:
    validate(exporting.schema(), exported)


def test_the_schema_refuses_what_the_rulebook_would_refuse(
    exported: dict[str, list[dict[str, object]]],
) -> None:
    first = exported["rules"][0]

    for wrong in ({"unit": "fortnights"}, {"authority": "county"}, {"citation": ""}, {"x": 1}):
        whole = {**exported, "rules": [{**first, **wrong}]}
        assert not is_valid(exporting.schema(), whole), wrong


def test_every_rule_and_question_is_in_both_forms(
    exported: dict[str, list[dict[str, object]]],
) -> None:
    rows = list(csv.DictReader(io.StringIO(exporting.as_csv(BOOK))))

    assert {rule["id"] for rule in exported["rules"]} == {row["id"] for row in rows}
    assert {row["id"] for row in rows} == BOOK.answers.keys()
    assert {each["name"] for each in exported["questions"]} == BOOK.questions.keys()
    assert list(rows[0]) == list(exported["rules"][0])


def test_a_row_of_the_csv_reads_as_the_rule_stands() -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(exporting.as_csv(BOOK)))}

    rule = rows["MC-PA-STD-7"]
    assert (rule["value"], rule["unit"]) == ("7", "calendar_days")
    assert (rule["from"], rule["until"]) == ("2026-01-01", "")
    assert rule["also_answers"] == "prior_auth/provider_notice; prior_auth/member_notice"
    assert json.loads(rule["facts"])["line_of_business"] == ["MEDI-CAL"]
    assert rows["KK-CLAIM-INTEREST"]["unit"] == "percent_per_year"
    assert rows["MA-QIO-DND"]["limit"] == "noon next day"


def test_the_same_book_exports_the_same_bytes() -> None:
    assert exporting.as_json(BOOK) == exporting.as_json(load_rulebook())
