"""Pages are named as people write them, and taken out without a trace of the others."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis.strategies import integers, sets
from pikepdf import Array

from factories.papers import pdf_of, words_in
from openmso.office.documents.inspection import inspect
from openmso.office.documents.pages import (
    PagesUnclear,
    as_they_came,
    in_words,
    other_pages,
    pages_named,
    taken_out,
)


def test_pages_are_read_as_people_write_them() -> None:
    assert pages_named(" 3 - 5, 8;2,4 ", of=9) == (2, 3, 4, 5, 8)
    assert in_words((2, 3, 4, 5, 8)) == "2-5, 8"
    assert other_pages((2, 3, 4, 5, 8), of=9) == (1, 6, 7, 9)


@given(sets(integers(1, 60), min_size=1))
def test_what_is_written_is_read_back(pages: set[int]) -> None:
    assert pages_named(in_words(sorted(pages)), of=60) == tuple(sorted(pages))


@pytest.mark.parametrize("text", ["", " , ", "0", "5-3", "10", "8-10", "two", "1-2-3", "-1", "1e1"])
def test_what_cannot_be_meant_is_told(text: str) -> None:
    with pytest.raises(PagesUnclear):
        pages_named(text, of=9)


@pytest.mark.parametrize(
    ("noted", "written"),
    [("3-5, 8", "4, 8"), ("3-5,", ""), ("3-", ""), ("", "")],
)
def test_pages_of_a_part_are_told_as_they_came_unless_the_note_was_cut(
    noted: str, written: str
) -> None:
    assert as_they_came((2, 4), noted=noted, of=4) == written


@pytest.mark.parametrize("linked", [False, True])
def test_pages_taken_out_carry_nothing_of_the_others(linked: bool) -> None:
    whole = pdf_of("Ana one", "Ana two", "Boris one", "Boris two", linked=linked)

    part = taken_out(whole, (3, 4))

    assert (part.pages, part.media_type) == (2, "application/pdf")
    assert inspect(part.content).pages == 2
    assert b"Boris one" in words_in(part.content)
    assert b"Ana" not in words_in(part.content)
    assert b"The whole fax" not in part.content


def test_size_and_rotation_that_stand_on_a_branch_stay_with_the_page() -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf_of("one", "two"))) as pdf:
        pdf.Root.Pages.Rotate = 90
        pdf.Root.Pages.MediaBox = Array([0, 0, 300, 400])
        for page in pdf.pages:
            del page.obj["/MediaBox"]
        pdf.save(made)

    part = taken_out(made.getvalue(), (2,))

    with pikepdf.open(BytesIO(part.content)) as pdf:
        assert int(pdf.pages[0].obj["/Rotate"]) == 90
        assert [int(edge) for edge in pdf.pages[0].obj["/MediaBox"]] == [0, 0, 300, 400]
