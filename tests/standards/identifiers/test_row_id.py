"""Ids of our own rows: of version 7, in order of making, different every time."""

import time
from uuid import RFC_4122

from openmso.standards.identifiers.row_id import new_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = new_id()

    assert (made.version, made.variant) == (7, RFC_4122)


def test_an_id_begins_with_the_millisecond_in_which_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    after = time.time_ns() // 1_000_000

    assert before <= made.int >> 80 <= after


def test_ids_of_different_milliseconds_are_in_order() -> None:
    first = new_id()
    time.sleep(0.002)

    assert first < new_id()


def test_no_two_ids_of_one_millisecond_are_equal_and_chance_fills_the_rest() -> None:
    made = [new_id() for _ in range(20_000)]

    assert len(set(made)) == len(made)
    seen = [0] * 74
    for one in made[:2_000]:
        chance = (one.int >> 64 & 0xFFF) << 62 | one.int & ((1 << 62) - 1)
        seen = [count + (chance >> bit & 1) for bit, count in enumerate(seen)]
    assert all(800 < count < 1_200 for count in seen), "a bit that is not left to chance"
