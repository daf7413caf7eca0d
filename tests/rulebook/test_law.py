"""The law that ships: complete against its source table, sourced, and answering over time."""

import csv
from datetime import date, timedelta
from itertools import product

import pytest

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import LAW, default_rulebook, load_rulebook
from openmso.rulebook.errors import NoAnswer
from openmso.rulebook.facts import FACTS
from openmso.rulebook.vocabulary import Authority, Consequence
from openmso.standards.calendars import Limit, Unit, parse_limit
from openmso.standards.calendars.rates import UNIT as RATE
from sample_data import shared_file

BOOK = load_rulebook()
RULES = list(BOOK.answers.values())
QUARTERS = [date(year, month, 1) for year in range(2026, 2030) for month in (1, 4, 7, 10)]
# What the table does not hold: what follows a request to the QIO, and who pays meanwhile.
ADDED = {
    "MA-NOMNC-COVERED",
    "MA-NOMNC-LATE-PLAN",
    "MA-NOMNC-LATE-QIO",
    "MA-NOMNC-RECON-DEC",
    "MA-QIO-DISCHARGE-LATE",
    "MA-QIO-LATE-PAPERS",
    "MA-QIO-STAY-COVERED",
}
REQUESTS = [
    {
        "line_of_business": line,
        "urgency": urgency,
        "item_or_drug": kind,
        "subject_to_prior_authorization": listed,
        "review_timing": "prospective",
    }
    for line, urgency, kind, listed in product(
        ("MA", "MEDI-CAL", "KK", "AZ-COMM"),
        ("standard", "expedited"),
        ("item", "drug"),
        (True, False),
    )
]


def table() -> dict[str, dict[str, str]]:
    with shared_file("rules/clocks.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def limit_in(row: dict[str, str]) -> Limit:
    counted = row["deadline_unit"] in (*Unit, RATE)
    return parse_limit(f"{row['deadline_value'] if counted else ''} {row['deadline_unit']}".strip())


def as_table_row(rule: Answer) -> dict[str, str]:
    return {
        "line_of_business": "+".join(rule.line_of_business),
        "process": rule.process,
        "urgency": rule.urgency,
        "event": rule.event,
        "extension_value": str(rule.extension.count) if rule.extension else "",
        "extension_unit": rule.extension.unit.value if rule.extension else "",
        "action": rule.action,
        "recipient": rule.recipient or "n/a",
        "effective_from": str(rule.from_on or ""),
        "effective_to": str(rule.until_on - timedelta(days=1)) if rule.until_on else "",
        "citation": rule.source,
        "verified": rule.check_mark,
    }


def test_every_rule_of_the_table_is_there_as_the_table_has_it() -> None:
    rows = table()

    assert {rule.id for rule in RULES} - ADDED == rows.keys()
    for rule in RULES:
        if rule.id in ADDED:
            continue
        row = rows[rule.id]
        ours = as_table_row(rule)
        assert {name: row[name] for name in ours} == ours, rule.id
        assert rule.value == limit_in(row), rule.id


@pytest.mark.requirement("IMP-08")
def test_every_rule_has_a_source_a_check_date_and_a_mark() -> None:
    for rule in RULES:
        assert rule.citation
        assert date(2026, 1, 1) <= rule.checked_on <= date(2026, 11, 22)
        assert rule.verified.meaning
        assert rule.verified_in or rule.verified in ("known", "seed")


@pytest.mark.parametrize("question", ["decision_due", "provider_notice", "silence", "validity"])
def test_every_request_has_an_answer_in_every_quarter(question: str) -> None:
    for on, facts in product(QUARTERS, REQUESTS):
        facts = {**facts, "outcome": "deny"}

        answers = BOOK.ask(f"prior_auth/{question}", on=on, facts=facts)

        authorities = [answer.authority for answer in answers]
        assert len(authorities) == len(set(authorities))
        assert question == "validity" or Authority.HOUSE not in authorities


@pytest.mark.parametrize(
    ("line", "kind", "consequence"),
    [
        ("MA", "item", Consequence.ADVERSE_DETERMINATION_APPEALABLE),
        ("MEDI-CAL", "item", Consequence.COUNTS_AS_DENIAL),
        ("KK", "item", Consequence.DELAY_NOTICE_OWED),
        ("KK", "drug", Consequence.DEEMED_APPROVED),
        ("AZ-COMM", "item", Consequence.DEEMED_GRANTED),
    ],
)
@pytest.mark.parametrize("urgency", ["standard", "expedited"])
def test_silence_has_one_consequence(
    line: str, kind: str, consequence: Consequence, urgency: str
) -> None:
    facts = {"line_of_business": line, "item_or_drug": kind, "urgency": urgency}

    answers = BOOK.ask("prior_auth/silence", on=date(2026, 11, 22), facts=facts)

    assert [answer.consequence for answer in answers] == [consequence]


def test_a_standard_medi_cal_request_hears_both_authorities() -> None:
    facts = {
        "line_of_business": "MEDI-CAL",
        "urgency": "standard",
        "item_or_drug": "item",
        "review_timing": "prospective",
    }

    answers = BOOK.ask("prior_auth/decision_due", on=date(2026, 11, 22), facts=facts)

    assert {answer.id for answer in answers} == {"MC-PA-STD-5BD", "MC-PA-STD-7"}


@pytest.mark.parametrize(("day", "rule"), [(31, "MA-OD-STD-PA-14"), (32, "MA-OD-STD-PA-7")])
def test_the_day_of_receipt_decides_which_law_applies(day: int, rule: str) -> None:
    facts = {
        "line_of_business": "MA",
        "urgency": "standard",
        "item_or_drug": "item",
        "subject_to_prior_authorization": True,
    }
    on = date(2025, 12, 1) + timedelta(days=day - 1)

    assert [answer.id for answer in BOOK.ask("prior_auth/decision_due", on=on, facts=facts)] == [
        rule
    ]


def test_not_knowing_whether_authorization_is_needed_is_not_answered_with_a_default() -> None:
    facts = {"line_of_business": "MA", "urgency": "standard", "item_or_drug": "item"}

    with pytest.raises(NoAnswer):
        BOOK.ask("prior_auth/decision_due", on=date(2026, 11, 22), facts=facts)


def test_the_law_is_read_once_even_when_its_folder_is_named_again() -> None:
    assert load_rulebook([LAW]).edition == BOOK.edition
    assert default_rulebook() is default_rulebook()


def test_the_readmes_name_every_question_and_fact() -> None:
    readme = "\n".join(file.read_text("utf-8") for file in LAW.rglob("README.md"))

    assert [name for name in (*BOOK.questions, *FACTS) if f"`{name}`" not in readme] == []
