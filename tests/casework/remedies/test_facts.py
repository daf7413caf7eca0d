"""Facts come as JSON values; what is not known is never guessed, what is not a fact is refused."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.remedies import facts
from openmso.casework.remedies.facts import Facts, UnknownFacts, facts_from
from openmso.casework.remedies.table import default_table

QUESTIONS = default_table().questions


def test_every_fact_is_a_question_and_every_question_a_fact() -> None:
    assert {one.name for one in fields(Facts)} == set(QUESTIONS)


def test_a_grievance_may_be_one_object() -> None:
    answered = facts(
        grievance={"filed_at": "2026-09-10", "answered_at": "2026-10-05", "result": "upheld"}
    )

    assert answered.grievance == "answered"
    assert answered.grievance_answered_at == date(2026, 10, 5)
    assert facts(grievance={"filed_at": "2026-09-10", "expedited": True}).grievance == "filed"
    assert facts(grievance="none").grievance == "none"


def test_words_may_be_written_in_any_case() -> None:
    said = facts(
        coverage="kk_medi_cal", basis="Medical necessity", grievance={"result": "Partly-Upheld"}
    )

    assert said == Facts(
        coverage="KK-MEDI-CAL",
        basis="MEDICAL-NECESSITY",
        grievance="answered",
        grievance_result="partly upheld",
    )


@pytest.mark.parametrize("value", [None, "unknown"])
@pytest.mark.parametrize("name", ["coverage", "urgent", "benefit", "leaving"])
def test_not_known_is_left_out(name: str, value: object) -> None:
    assert facts({name: value}) == Facts()


def test_a_word_for_nothing_is_nothing_only_where_it_is_no_answer() -> None:
    assert facts(benefit="none").benefit is None
    assert facts(state_hearing="none").state_hearing == "none"
    assert facts(medi_cal_rx="no").medi_cal_rx is False


@pytest.mark.parametrize(
    ("given_facts", "sentence"),
    [
        ({"covrage": "MA"}, 'no fact "covrage". Did you mean coverage'),
        ({"coverage": "KK-COMERCIAL"}, '"coverage" cannot be "KK-COMERCIAL". Did you mean KK-COMM'),
        ({"grievance": {"filed": "2026-01-01"}}, 'no fact "grievance_filed"'),
        ({"urgent": 1}, '"urgent" is true or false'),
        ({"notice_on": "11/22/2026"}, "is a day like 2026-11-22"),
        ({"notice_on": 20261122}, "is a day like 2026-11-22"),
        ({"papers": "imr_form"}, '"papers" is a list'),
        ({"papers": ["imrform"]}, "Did you mean imr_form"),
    ],
)
def test_what_is_no_fact_is_refused_with_the_nearest(
    given_facts: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UnknownFacts, match=sentence.replace("(", r"\(")):
        facts(given_facts)


@given(
    st.dictionaries(
        st.sampled_from(sorted(QUESTIONS)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.dates(),
            lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=9), one),
            max_leaves=4,
        ),
    )
)
def test_any_json_is_read_or_refused_in_a_sentence(given_facts: dict[str, object]) -> None:
    try:
        read = facts_from(given_facts, QUESTIONS)
    except UnknownFacts:
        return

    assert facts_from(read.as_values(), QUESTIONS) == read
