"""The code lists that come with the product."""

import pytest

from openmso.standards.codes.service_codes import house_services
from openmso.standards.codes.specialties import (
    PRIMARY_CARE,
    SPECIALTIES,
    specialty_code,
    specialty_name,
)
from openmso.standards.codes.us_states import state_code


def test_every_service_has_a_code_that_is_no_cpt_number_and_both_languages() -> None:
    for service in house_services():
        assert service.code[0].isalpha()
        assert len(service.code) == 5
        assert service.description
        assert service.description_es


def test_no_service_stands_twice() -> None:
    codes = [service.code for service in house_services()]

    assert len(set(codes)) == len(codes) >= 60


@pytest.mark.parametrize(
    ("name", "code"),
    [("Orthopedics", "207X00000X"), ("internal medicine", "207R00000X"), ("Astrology", "")],
)
def test_a_specialty_is_known_by_its_name(name: str, code: str) -> None:
    assert specialty_code(name) == code


def test_primary_care_is_part_of_the_specialties() -> None:
    assert set(SPECIALTIES) >= PRIMARY_CARE
    assert specialty_name("207Q00000X") == "Family medicine"
    assert specialty_name("000000000X") == "000000000X"


@pytest.mark.parametrize(
    ("text", "code"), [("California", "CA"), ("ca", "CA"), (" AZ ", "AZ"), ("Elsewhere", "")]
)
def test_a_state_is_known_by_name_or_code(text: str, code: str) -> None:
    assert state_code(text) == code
