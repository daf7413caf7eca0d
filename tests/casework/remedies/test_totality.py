"""Every combination of facts gets an answer: never an exception, always a way to go on."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.remedies import OFFICE, TODAY, remedy
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import PERSON, REVIEW, route
from openmso.casework.remedies.rows import Kind, Prediction
from openmso.casework.remedies.states import State
from openmso.casework.remedies.table import default_table
from openmso.rulebook.book import default_rulebook

TABLE = default_table()
BOOK = default_rulebook()
DENIED = date(2026, 8, 1)
GRIEVANCES: tuple[dict[str, Any], ...] = (
    {"grievance": "none"},
    {"grievance": "filed", "grievance_filed_at": date(2026, 11, 20)},
    {"grievance": "filed", "grievance_filed_at": date(2026, 9, 20)},
    {
        "grievance": "filed",
        "grievance_filed_at": date(2026, 11, 10),
        "grievance_expedited": True,
    },
    *(
        {
            "grievance": "answered",
            "grievance_filed_at": date(2026, 8, 20),
            "grievance_answered_at": date(2026, 9, 15),
            "grievance_result": result,
        }
        for result in ("upheld", "partly upheld", "overturned")
    ),
)
WAYS_ON = {State.OPEN, State.NOT_YET, State.PREDICTED, State.PERSON}


def values(name: str) -> tuple[str, ...]:
    return tuple(TABLE.questions[name].values)


def every_no(coverage: str) -> Iterator[Facts]:
    axes = product(
        values("basis"),
        values("decision"),
        values("provider_link"),
        GRIEVANCES,
        (True, False),
        values("state_hearing"),
    )
    for basis, decision, link, grievance, urgent, hearing in axes:
        yield Facts(
            coverage=coverage,
            basis=basis,
            decision=decision,
            provider_link=link,
            urgent=urgent,
            state_hearing=hearing,
            notice_on=DENIED,
            **grievance,
        )


def answer_to(facts: Facts, on: date = TODAY) -> Routed:
    return route(facts, as_of=on, book=BOOK, office=OFFICE, table=TABLE)


def what_is_wrong(answer: Routed) -> str:
    """Return what every answer must have and this one lacks, "" when it is whole."""
    keys = [one.key for one in answer.remedies]
    review, cells = remedy(answer, REVIEW), answer.case.cells
    if len(keys) != len(set(keys)):
        return f"a remedy twice: {keys}"
    if keys[-1] != PERSON or not any(one.state in WAYS_ON for one in answer.remedies):
        return "no way to go on"
    if len(keys) < 3:
        return "nothing beside review and a person"
    if not any("always ask for IMR" in one.words.en for one in review.warnings):
        return "review without the sentence that one may always ask"
    closed_without_more = [
        one.key
        for one in answer.remedies
        if one.state is State.CLOSED and one.why.words is TABLE.words["time_over"] and not one.ask
    ]
    if closed_without_more:
        return f"out of time, and nobody to ask: {closed_without_more}"
    if review.state is State.CLOSED and not review.ask:
        return "review closed for good"
    if review.state is State.OPEN and answer.case.deciding.prediction is not Prediction.ELIGIBLE:
        return "review open without a row that says so"
    taken = cells["state_hearing"] in ("asked", "heard", "decided")
    if (
        cells["step"] != "overturned"
        and not taken
        and all(one.state is State.CLOSED for one in answer.remedies if one.key != PERSON)
    ):
        return "everything closed although the plan kept its no"
    return ""


@pytest.mark.parametrize("coverage", values("coverage"))
def test_every_combination_has_an_answer_and_a_way_to_go_on(coverage: str) -> None:
    wrong = [
        f"{wrong}: {facts.as_values()}"
        for facts in every_no(coverage)
        if (wrong := what_is_wrong(answer_to(facts)))
    ]

    assert not wrong, f"{len(wrong)} combinations, such as\n" + "\n".join(wrong[:5])


def any_fact(name: str) -> st.SearchStrategy[object]:
    question = TABLE.questions[name]
    days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
    return {
        Kind.YES_NO: st.sampled_from((None, True, False)),
        Kind.ONE_OF: st.sampled_from((None, *question.values)),
        Kind.SOME_OF: st.frozensets(st.sampled_from(tuple(question.values) or ("",))),
        Kind.DAY: st.none() | days | st.sampled_from((date.min, date.max)),
    }[question.kind]


@given(
    st.fixed_dictionaries({name: any_fact(name) for name in TABLE.questions}),
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
)
@settings(max_examples=400)
def test_facts_that_are_missing_or_contradict_one_another_have_an_answer_too(
    given_facts: dict[str, Any], on: date
) -> None:
    facts = Facts(**given_facts)

    assert not what_is_wrong(answer_to(facts, on)), facts


def test_nothing_known_at_all_leads_to_the_plan_and_to_a_person() -> None:
    answer = answer_to(Facts())

    assert remedy(answer, "plan_appeal").state is State.OPEN
    assert remedy(answer, REVIEW).state is State.PERSON


@given(st.integers(0, 600), st.integers(0, 600))
def test_as_time_goes_by_a_last_day_never_moves(one: int, other: int) -> None:
    facts = Facts(
        coverage="KK-COMMERCIAL",
        decision="deny",
        basis="MIXED",
        provider_link="SEEN",
        urgent=False,
        **GRIEVANCES[4],
    )
    days = [date.fromordinal(TODAY.toordinal() + later) for later in (one, other)]

    first, second = (remedy(answer_to(facts, day), REVIEW).last_day for day in days)

    assert first == second == date(2027, 3, 15)


def test_the_last_row_of_each_table_takes_everybody() -> None:
    assert TABLE.coverage[-1].when == TABLE.dispute[-1].when == ({},)
