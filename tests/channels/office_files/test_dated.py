"""What a new row does to the rows before it."""

from datetime import date
from itertools import pairwise
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from openmso.channels.office_files.dated import Given, Stored, settle

JAN, APR, JUL, OCT = (date(2026, month, 1) for month in (1, 4, 7, 10))


def stored(from_on: date, until_on: date | None = None, says: str = "required") -> Stored:
    return Stored(id=uuid4(), track="S8042", from_on=from_on, until_on=until_on, says=says)


def row(line: int, from_on: date, until_on: date | None = None, says: str = "required") -> Given:
    return Given(line=line, track="S8042", from_on=from_on, until_on=until_on, says=says)


def test_a_new_row_ends_the_one_in_force_on_its_own_first_day() -> None:
    old = stored(JAN)

    settled = settle([old], [row(2, JUL, says="not_required")])

    assert settled.ended == {old.id: JUL}
    assert settled.new == {2: None}


def test_the_same_row_again_is_known_and_keeps_the_end_it_got_meanwhile() -> None:
    old, newer = stored(JAN, JUL), stored(JUL, says="not_required")

    settled = settle([old, newer], [row(2, JAN), row(3, JUL, says="not_required")])

    assert (settled.known, settled.new, settled.ended) == (2, {}, {})


def test_rows_of_one_file_end_each_other_in_their_order_in_time() -> None:
    settled = settle([], [row(2, JUL, says="b"), row(3, JAN), row(4, OCT, says="c")])

    assert settled.new == {3: JUL, 2: OCT, 4: None}


def test_a_row_given_again_with_an_end_ends() -> None:
    old = stored(JAN)

    assert settle([old], [row(2, JAN, APR)]).ended == {old.id: APR}


def test_a_row_that_begins_before_a_known_one_ends_where_that_begins() -> None:
    assert settle([stored(JUL)], [row(2, JAN, says="b")]).new == {2: JUL}


def test_after_a_gap_nothing_before_it_changes() -> None:
    old = stored(JAN, APR)

    settled = settle([old], [row(2, JUL)])

    assert (settled.ended, settled.new) == ({}, {2: None})


def test_the_same_first_day_with_other_words_is_refused() -> None:
    settled = settle([stored(JAN)], [row(2, JAN, says="not_required")])

    assert "A change is a new row with a later first day" in settled.faults[0][1]


def test_the_same_row_twice_in_a_file_is_refused() -> None:
    settled = settle([], [row(2, JAN), row(3, JAN)])

    assert settled.faults == [(3, "The same with the same first day stands in line 2 already.")]


def test_days_that_overlap_are_refused_where_an_end_was_written() -> None:
    settled = settle([], [row(2, JAN, OCT), row(3, JUL)])

    assert settled.faults == [
        (2, "It holds until 2026-10-01, and the next one of the same begins on 2026-07-01 already.")
    ]


def test_an_end_before_the_beginning_is_refused() -> None:
    assert "before it begins" in settle([], [row(2, JUL, JAN)]).faults[0][1]


def test_other_tracks_are_left_alone() -> None:
    other = Stored(id=uuid4(), track="E0143", from_on=JAN, until_on=None, says="required")

    settled = settle([other], [row(2, JUL)])

    assert settled.ended == {}


DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 10))
ROWS = st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=6)


@given(before=ROWS, after=ROWS)
def test_whatever_is_given_no_two_rows_hold_on_one_day_and_a_second_time_changes_nothing(
    before: list[tuple[date, date | None]], after: list[tuple[date, date | None]]
) -> None:
    office: dict[UUID, Stored] = {}
    for rows in (before, after):
        given_rows = [row(line, *days, says=str(line)) for line, days in enumerate(rows)]
        settled = settle(office.values(), given_rows)
        if settled.faults:
            continue
        written = {
            id_: stored(one.from_on, settled.ended.get(id_, one.until_on), str(one.says))
            for id_, one in office.items()
        }
        fresh = [
            stored(each.from_on, settled.new[each.line], str(each.says))
            for each in given_rows
            if each.line in settled.new
        ]
        office = {one.id: one for one in [*written.values(), *fresh]}
        again = settle(office.values(), given_rows)
        assert (again.faults, again.new, again.ended) == ([], {}, {})

    spans = sorted((one.from_on, one.until_on or date.max) for one in office.values())
    assert all(begins < ends for begins, ends in spans)
    assert all(ends <= begins for (_, ends), (begins, _) in pairwise(spans))
