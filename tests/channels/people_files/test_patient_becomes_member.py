"""A FHIR Patient becomes a member, or is refused with the reason."""

from datetime import date
from typing import Any

import pytest

from openmso.channels.people_files.patient import member_from
from openmso.channels.people_files.refused import CannotTake

TODAY = date(2026, 11, 22)


def _patient(**changed: Any) -> dict[str, Any]:
    patient = {
        "resourceType": "Patient",
        "id": "p-1",
        "name": [{"use": "official", "family": "Piña", "given": ["Blanca", "Inés"]}],
        "gender": "female",
        "birthDate": "1971-04-30",
        "address": [{"line": ["12 Sample Way"], "city": "Los Angeles", "state": "California"}],
        "communication": [{"language": {"coding": [{"code": "es-US"}]}}],
    }
    return {name: value for name, value in (patient | changed).items() if value is not None}


def test_a_whole_patient_is_taken_with_accents_language_and_state() -> None:
    member = member_from(_patient(), on=TODAY)

    assert (member.given_name, member.middle_name, member.family_name) == ("Blanca", "Inés", "Piña")
    assert (member.birth_date, member.sex) == (date(1971, 4, 30), "female")
    assert (member.language, member.state) == ("es", "CA")
    assert member.deceased_on is None


def test_the_same_patient_always_gets_the_same_record_number() -> None:
    one, again = (member_from(_patient(), on=TODAY) for _ in range(2))
    other = member_from(_patient(id="p-2"), on=TODAY)

    assert one.number_in_office == again.number_in_office
    assert one.number_in_office != other.number_in_office


def test_digits_that_a_generator_put_behind_names_are_dropped() -> None:
    name = [{"family": "Hilll272", "given": ["Abel832"]}]

    member = member_from(_patient(name=name), on=TODAY)

    assert (member.given_name, member.family_name) == ("Abel", "Hilll")


@pytest.mark.parametrize("gender", [None, "m", "other", 7])
def test_a_sex_that_is_not_one_of_ours_is_not_stated(gender: object) -> None:
    assert member_from(_patient(gender=gender), on=TODAY).sex == "unknown"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en-US", "en"), ("zh-TW", "zh-Hant"), ("zh-Hans-CN", "zh-Hans"), ("VI", "vi"), ("", "en")],
)
def test_a_language_keeps_its_script_and_loses_its_country(tag: str, language: str) -> None:
    spoken = [{"language": {"coding": [{"code": tag}]}}]

    assert member_from(_patient(communication=spoken), on=TODAY).language == language


def test_a_person_who_died_is_taken_with_the_day() -> None:
    member = member_from(_patient(deceasedDateTime="2019-08-28T14:58:13+00:00"), on=TODAY)

    assert member.deceased_on == date(2019, 8, 28)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"id": None}, "no id"),
        ({"name": []}, "no name"),
        ({"name": "Piña"}, "no name"),
        ({"birthDate": None}, "birth date is missing"),
        ({"birthDate": "1971"}, "not a full date"),
        ({"birthDate": "1971-02-30"}, "not a full date"),
        ({"birthDate": "2027-01-01"}, "in the future"),
        ({"deceasedDateTime": "1970-01-01"}, "died before"),
        ({"deceasedBoolean": True}, "day is missing"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_reason(
    changed: dict[str, object], why: str
) -> None:
    with pytest.raises(CannotTake, match=why):
        member_from(_patient(**changed), on=TODAY)
