"""Every mistake on the request form: its sentence, its status, and nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from factories import roster
from factories.prior_auth import MRI, World
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.documents.models import Document
from openmso.roster.eligibility.models import CoverageSpan
from page_checks import assert_ids_resolve

from .filling_in import NEW, filled_in, note
from .pages_read import form_of, words_of

MEGABYTE = 1024 * 1024


def _refused(practice: Client, sent: dict[str, Any], sentence: str) -> Any:
    page = practice.post(NEW, sent)
    assert page.status_code == 422, page
    assert sentence in words_of(page)
    assert_ids_resolve(page.content.decode())
    assert not AuthorizationRequest.objects.exists()
    return page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"service_from_on": "02/30/2026"}, "That month has no day 30."),
        ({"service_from_on": "soon"}, "Write the date as month/day/year"),
        ({"service_from_on": ""}, "Fill this in."),
        ({"service_until_on": "11/30/2026"}, "The last day is before the first day."),
        ({"quantity": "a few"}, "Write a number, for example 12."),
        ({"quantity": "0"}, "Write a number above 0."),
        ({"quantity": "1.234"}, "Write at most 2 digits after the point."),
        ({"code": ""}, "Fill this in."),
        ({"diagnosis_1": "X99.99"}, "There is no ICD-10 code X99.99."),
        ({"diagnosis_2": "M54"}, "is a group. Choose a code inside it."),
        ({"servicing_npi": "2000000000"}, "NPI"),
        ({"practitioner": "3f0e8a4e-0000-4000-8000-000000000000"}, "Choose one of the answers"),
        ({"urgency": "yesterday"}, "Choose one of the answers shown."),
        ({"clinical_summary": "pain\x00"}, "This text held hidden characters"),
    ],
)
def test_a_wrong_field_gets_its_sentence_and_the_rest_stays(
    world: World, practice: Client, typed: dict[str, str], sentence: str
) -> None:
    sent = filled_in(practice, papers=note(), urgency_reason="Because.") | typed

    page = _refused(practice, sent, sentence)

    again = form_of(page)
    assert again["urgency_reason"] == "Because."
    assert again["receipt"] == sent["receipt"]
    assert again["client_key"] == sent["client_key"]
    assert again["point_1"] == "met"
    assert len(again["kept"]) == 1
    for name, value in typed.items():
        if name not in {"practitioner", "urgency", "clinical_summary"}:
            assert again[name] == value


def test_a_file_survives_the_mistake_and_arrives(world: World, practice: Client) -> None:
    page = practice.post(NEW, filled_in(practice, MRI, papers=note(), quantity="many"))

    practice.post(NEW, form_of(page) | {"quantity": "1"})

    assert Document.objects.get().title == "note.txt"


def test_a_patient_nobody_knows(world: World, practice: Client) -> None:
    sent = filled_in(practice, receipt="", family_name="Nobody", birth_date="03/14/1958")

    page = _refused(practice, sent, "Nobody here fits the name and birth date")

    assert form_of(page)["family_name"] == "Nobody"


def test_two_patients_fit(world: World, practice: Client) -> None:
    roster.make_member(world.tenant, plan=world.plan, ipa=world.ipa, given_name="Teodora")
    sent = filled_in(practice, receipt="", family_name="Quintero", birth_date="03/14/1958")

    page = _refused(practice, sent, "Two or more people fit. Add the member number")

    assert "Teodora" not in page.content.decode()


def test_no_patient_named_at_all(world: World, practice: Client) -> None:
    _refused(practice, filled_in(practice, receipt=""), "Write the family name, or the member")


def test_a_receipt_of_another_practice_names_nobody(
    world: World, practice: Client, other_practice: Client
) -> None:
    theirs = filled_in(other_practice)["receipt"]

    _refused(practice, filled_in(practice, receipt=theirs), "Write the family name, or the member")


def test_coverage_that_ended_before_the_day_of_service(world: World, practice: Client) -> None:
    CoverageSpan.objects.update(until_on=date(2026, 12, 11))
    sent = filled_in(practice, service_from_on="12/15/2026")

    _refused(practice, sent, "coverage ended on 12/10/2026")


def test_a_day_before_any_coverage(world: World, practice: Client) -> None:
    _refused(
        practice, filled_in(practice, service_from_on="12/01/2019"), "We know of no coverage on"
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "scan.pdf",
            b"%PDF-1.7" + bytes(60 * MEGABYTE),
            "has 60 MB. The most we can take is",
        ),
        ("fake.pdf", b"%PDF-1.7 this is not one", "cannot be read as one"),
        ("notes.docx", b"PK\x03\x04" + bytes(64), "This is not a PDF, a picture"),
        ("empty.pdf", b"", "is empty"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why_and_the_good_one_is_kept(
    world: World, practice: Client, name: str, content: bytes, sentence: str
) -> None:
    bad = SimpleUploadedFile(name, content)
    sent = filled_in(practice, MRI, papers=bad)
    kept = form_of(practice.post(NEW, sent | {"papers": note(), "quantity": "?"}))["kept"]

    page = _refused(practice, sent | {"kept": kept}, sentence)

    assert form_of(page)["kept"] == kept
    assert form_of(page)["clinical_summary"] == sent["clinical_summary"]


def test_two_many_files_at_once(world: World, practice: Client) -> None:
    papers = [note(f"{number}.txt") for number in range(11)]

    _refused(practice, filled_in(practice, MRI, papers=papers), "You chose 11 files.")


def test_a_mangled_key_is_refused(world: World, practice: Client) -> None:
    page = practice.post(NEW, filled_in(practice, client_key="'; drop"))

    assert page.status_code == 422
