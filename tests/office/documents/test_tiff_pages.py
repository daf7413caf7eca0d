"""The pages of a TIFF are counted without unpacking it, however it was made."""

import pytest
from hypothesis import given
from hypothesis.strategies import binary, integers

from factories.papers import tiff_of
from openmso.office.documents.inspection import MAXIMUM_PAGES, FileRefused, inspect
from openmso.office.documents.tiff_pages import NotATiff, tiff_pages

pytestmark = pytest.mark.requirement("IMP-09")


@given(pages=integers(1, 40))
@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("wide", [False, True])
def test_every_directory_is_a_page(pages: int, order: str, wide: bool) -> None:
    assert tiff_pages(tiff_of(pages, order=order, wide=wide), most=100) == pages


@given(junk=binary(max_size=300))
def test_nothing_that_is_made_up_does_harm(junk: bytes) -> None:
    for start in (b"", b"II*\x00", b"MM\x00*", b"II+\x00\x08\x00\x00\x00"):
        try:
            assert 0 < tiff_pages(start + junk, most=50) <= 51
        except NotATiff:
            continue


def test_a_fax_with_a_circle_of_pages_is_refused_and_does_not_hang() -> None:
    circle = tiff_of(3, back_to_the_first=True)

    with pytest.raises(FileRefused, match="cannot be read"):
        inspect(circle)


def test_a_tiff_with_too_many_pages_is_refused_with_the_limit() -> None:
    with pytest.raises(FileRefused, match="2,000"):
        inspect(tiff_of(MAXIMUM_PAGES + 5))


def test_an_upload_knows_its_pages() -> None:
    assert inspect(tiff_of(7)).pages == 7
