"""A row has one fingerprint: the same however it is handed over, another for anything else."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmso.office.seals.domain.line import digest_of

ROW = {
    "id": UUID("6f0c4f83-a2b8-4d6e-8d1a-001b0b5f4a40"),
    "at": datetime(2026, 11, 20, 18, 0, tzinfo=UTC),
    "details": {"b": [1, None, True], "a": "Nº 1"},
}
PLAIN = (
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))
)


def test_the_fingerprint_is_the_same_for_ever() -> None:
    assert digest_of("case_event", ROW) == (
        "28c64786f2ff201199bbb6e0fbb8c24eead8242dee09d66873f0dc0a595ac65a"
    )


def test_the_order_of_names_and_the_zone_of_a_time_do_not_matter() -> None:
    there = timezone(timedelta(hours=-8))
    same = {name: ROW[name] for name in reversed(ROW)} | {
        "at": datetime(2026, 11, 20, 10, 0, tzinfo=there)
    }

    assert digest_of("case_event", same) == digest_of("case_event", ROW)


def test_the_same_words_in_another_ledger_are_another_line() -> None:
    assert digest_of("case_event", ROW) != digest_of("disclosure", ROW)


@given(one=st.dictionaries(st.sampled_from("ab"), PLAIN), other=PLAIN)
def test_another_value_is_another_fingerprint(one: dict[str, object], other: object) -> None:
    changed = one | {"a": other}
    same = "a" in one and (type(one["a"]), one["a"]) == (type(other), other)

    assert (digest_of("x", one) == digest_of("x", changed)) == same


def test_what_has_no_one_way_to_be_written_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        digest_of("case_event", {"a": {1}})
    with pytest.raises(ValueError):
        digest_of("case_event", {"a": float("nan")})
