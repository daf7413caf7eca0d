"""Identifiers are read, refused with a sentence, and masked; all of these are invented."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmso.standards.identifiers import (
    CinNotValid,
    IdentifierNotValid,
    MbiNotValid,
    NpiNotValid,
    TinNotValid,
    mask_cin,
    mask_mbi,
    mask_npi,
    mask_tin,
    parse_cin,
    parse_mbi,
    parse_npi,
    parse_tin,
)

NPI = "2000000002"


def luhn_digit(body: str) -> str:
    """Compute the check digit by hand, apart from the library that the product uses."""
    digits = [int(digit) for digit in reversed(body)]
    doubled = [digit if place % 2 else digit * 2 for place, digit in enumerate(digits)]
    return str(-sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10)


@given(body=st.from_regex(r"[12][0-9]{8}", fullmatch=True))
def test_every_npi_with_its_check_digit_is_read(body: str) -> None:
    npi = body + luhn_digit("80840" + body)

    assert parse_npi(npi) == npi


@given(
    body=st.from_regex(r"2[0-9]{8}", fullmatch=True), place=st.integers(1, 9), add=st.integers(1, 9)
)
def test_one_wrong_digit_of_an_npi_is_always_found(body: str, place: int, add: int) -> None:
    npi = body + luhn_digit("80840" + body)
    wrong = npi[:place] + str((int(npi[place]) + add) % 10) + npi[place + 1 :]

    with pytest.raises(NpiNotValid, match="last digit does not fit"):
        parse_npi(wrong)


@pytest.mark.parametrize("text", ["", "3000000000", "200000000", "20000000022", "２000000002"])
def test_what_has_not_the_shape_of_an_npi_is_refused(text: str) -> None:
    with pytest.raises(NpiNotValid, match="10 digits"):
        parse_npi(text)


@pytest.mark.parametrize(
    ("parse", "text", "plain"),
    [
        (parse_npi, " 2000-000-002 ", NPI),
        (parse_mbi, "1eg4-te5-mk73", "1EG4TE5MK73"),
        (parse_cin, "90000000a", "90000000A"),
        (parse_cin, "90000000A56123", "90000000A"),
        (parse_tin, "00-0000001", "000000001"),
    ],
)
def test_spaces_dashes_and_small_letters_are_forgiven(
    parse: Callable[[str], str], text: str, plain: str
) -> None:
    assert parse(text) == plain


@pytest.mark.parametrize("text", ["1EG4TE5MK7", "1SG4TE5MK73", "0EG4TE5MK73", "1EG4TE5MKB3", "x"])
def test_what_is_no_medicare_number_is_refused(text: str) -> None:
    with pytest.raises(MbiNotValid, match="11 signs"):
        parse_mbi(text)


@pytest.mark.parametrize("text", ["80000000A", "900000000", "9000000A", "90000000A5612"])
def test_what_is_no_medi_cal_number_is_refused(text: str) -> None:
    with pytest.raises(CinNotValid, match="starts with 9"):
        parse_cin(text)


@pytest.mark.parametrize("text", ["12345678", "000000000", "12345678X"])
def test_what_is_no_taxpayer_number_is_refused(text: str) -> None:
    with pytest.raises(TinNotValid, match="9 digits"):
        parse_tin(text)


@given(
    text=st.text(max_size=20), parse=st.sampled_from([parse_npi, parse_mbi, parse_cin, parse_tin])
)
def test_any_text_is_read_or_refused_by_name(text: str, parse: Callable[[str], str]) -> None:
    try:
        read = parse(text)
    except IdentifierNotValid:
        return
    assert parse(read) == read


def test_masks_show_only_the_end() -> None:
    assert mask_npi(NPI) == "••••••0002"
    assert mask_mbi("1EG4TE5MK73") == "•••••••MK73"
    assert mask_cin("90000000A") == "••••••00A"
    assert mask_tin("000000001") == "•••••0001"
    assert mask_tin("123") == "•••"
