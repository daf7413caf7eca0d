"""Sending a request through the page: each first answer, and nothing doubled."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from factories.prior_auth import MRI, World, make_criteria
from openmso.casework.prior_auth.form_fields import SECTIONS
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.documents.models import Document
from openmso.roster.benefits.models import AuthorizationListEntry
from openmso.roster.eligibility.models import EligibilityReceipt
from page_checks import assert_ids_resolve, assert_nothing_inline

from .filling_in import NEW, filled_in, note, receipt_for
from .pages_read import form_of, words_of


@pytest.mark.requirement("S003-07", "S003-13", "S003-15")
def test_a_request_that_meets_the_rule_is_approved_before_the_patient_stands_up(
    world: World, practice: Client
) -> None:
    page = practice.post(NEW, filled_in(practice), follow=True)

    case = AuthorizationRequest.objects.get()
    words = words_of(page)
    assert case.state == "approved"
    assert "It is approved." in words
    assert case.authorization_number in words
    assert case.validity_why in words
    assert "does not guarantee payment" in words
    assert_ids_resolve(page.content.decode())
    assert_nothing_inline(page.content.decode())


@pytest.mark.requirement("S003-07", "S003-28")
def test_a_request_that_needs_a_review_gets_its_due_time_with_the_rule(
    world: World, practice: Client
) -> None:
    page = practice.post(NEW, filled_in(practice, MRI, papers=note()), follow=True)

    words = words_of(page)
    assert "We have it, and it is complete." in words
    assert "How it was worked out" in words
    assert "42 CFR 422.568" in words
    assert Document.objects.get().title == "note.txt"


@pytest.mark.requirement("S003-40")
def test_missing_papers_are_asked_for_and_never_a_denial(world: World, practice: Client) -> None:
    sent = filled_in(practice, MRI, clinical_summary="", point_1="", diagnosis_1="")

    page = practice.post(NEW, sent, follow=True)

    words = words_of(page)
    assert AuthorizationRequest.objects.get().state == "received"
    assert "Something is still missing; it can follow." in words
    assert "Clinical notes that show why the service is needed." in words
    assert "Missing papers are never a reason to deny." in words


def test_a_service_that_needs_none_gets_a_receipt_number(world: World, practice: Client) -> None:
    page = practice.post(NEW, filled_in(practice, "E0100"), follow=True)

    case = AuthorizationRequest.objects.get()
    assert case.state == "not_needed"
    assert case.authorization_number in words_of(page)


def test_emergency_care_is_exempt_even_without_coverage(world: World, practice: Client) -> None:
    sent = filled_in(practice, MRI, urgency="emergency", service_from_on="12/01/2019")

    page = practice.post(NEW, sent, follow=True)

    assert "Emergency care needs no authorization." in words_of(page)


@pytest.mark.requirement("S003-28", "S004-29")
def test_urgent_stands_beside_its_legal_definition_and_makes_the_clock_short(
    world: World, practice: Client
) -> None:
    form = words_of(practice.get(NEW))
    practice.post(
        NEW, filled_in(practice, MRI, papers=note(), urgency="urgent", physician_support="on")
    )

    case = AuthorizationRequest.objects.get()
    assert "could seriously harm the member's life, health" in form
    assert case.urgency == "expedited"
    assert case.urgency_why.startswith("A physician asks for or supports")


def test_a_double_click_is_one_case(world: World, practice: Client) -> None:
    sent = filled_in(practice)

    first = practice.post(NEW, sent)
    second = practice.post(NEW, sent)

    assert first.headers["Location"] == second.headers["Location"]
    assert AuthorizationRequest.objects.count() == 1


def test_the_same_form_with_other_content_is_refused_with_a_sentence(
    world: World, practice: Client
) -> None:
    sent = filled_in(practice)
    practice.post(NEW, sent)

    again = practice.post(NEW, sent | {"quantity": "3"})

    assert again.status_code == 422
    assert "This form was sent before as" in words_of(again)
    assert AuthorizationRequest.objects.count() == 1


def test_a_second_request_of_the_same_kind_points_to_the_first(
    world: World, practice: Client
) -> None:
    practice.post(NEW, filled_in(practice, MRI, papers=note()))
    first = AuthorizationRequest.objects.get()

    page = practice.post(NEW, filled_in(practice, MRI, papers=note()), follow=True)

    assert f"This looks like {first.number}" in words_of(page)


def test_another_practices_request_of_the_same_kind_is_not_told(
    world: World, practice: Client, other_practice: Client
) -> None:
    practice.post(NEW, filled_in(practice, MRI, papers=note()))
    first = AuthorizationRequest.objects.get()

    form = other_practice.get(NEW, {"receipt": receipt_for(other_practice), "code": MRI})

    assert first.number not in form.content.decode()


def test_the_patient_can_be_found_on_the_form_itself(world: World, practice: Client) -> None:
    sent = form_of(practice.get(NEW)) | {"clinical_summary": "Kept."}
    typed = {"family_name": "Quintero", "birth_date": "03/14/1958", "find": "1"}

    page = practice.post(NEW, sent | typed)

    assert page.status_code == 200
    assert "Alma Quintero , born 03/14/1958" in words_of(page)
    assert form_of(page)["receipt"] == EligibilityReceipt.objects.get().number
    assert form_of(page)["clinical_summary"] == "Kept."
    assert "Fill this in." not in words_of(page)


def test_without_javascript_the_questions_come_with_the_next_page(
    world: World, practice: Client
) -> None:
    sent = filled_in(practice, questions_for="", point_1="", point_2="")

    page = practice.post(NEW, sent)

    assert page.status_code == 422
    assert "This service has 2 questions." in words_of(page)
    assert "Six weeks of therapy did not help." in words_of(page)
    after = practice.post(NEW, form_of(page) | {"point_1": "met", "point_2": "met"}, follow=True)
    assert "It is approved." in words_of(after)


def test_answers_to_the_questions_of_one_service_do_not_count_for_another(
    world: World, practice: Client
) -> None:
    edition = make_criteria(world.tenant, key="cane")
    AuthorizationListEntry.objects.filter(code="E0100").update(
        answer="required", criteria_key=edition.key, auto_approve=True, auto_approve_rule="Rule"
    )
    about_the_walker = filled_in(practice, "E0143")

    page = practice.post(NEW, about_the_walker | {"code": "E0100"})

    assert page.status_code == 422
    assert "This service has 2 questions." in words_of(page)
    assert "point_1" not in form_of(page)


def test_a_code_of_a_list_we_do_not_hold_is_taken_with_its_words(
    world: World, practice: Client
) -> None:
    refused = practice.post(NEW, filled_in(practice, "27447"))
    taken = practice.post(NEW, form_of(refused) | {"description": "Knee replacement"})

    assert "27447 is not on our list of codes." in words_of(refused)
    assert taken.status_code == 302
    assert AuthorizationRequest.objects.get().services.get().description == "Knee replacement"


def test_who_will_give_the_care_is_found_by_number(world: World, practice: Client) -> None:
    sent = filled_in(practice, servicing_npi=world.practitioner.npi)

    practice.post(NEW, sent)

    case = AuthorizationRequest.objects.get()
    assert case.servicing_practitioner_id == world.practitioner.id


@pytest.mark.requirement("S003-10")
def test_the_paper_form_has_every_field_of_the_one_list(world: World, practice: Client) -> None:
    words = words_of(practice.get("/practice/requests/form/"))

    for section in SECTIONS:
        assert section.title in words
        for field in section.fields:
            assert field.label in words
    assert "(213) 555-0150" in words


@pytest.mark.requirement("S003-10")
def test_the_paper_form_of_one_ipa_carries_its_name(world: World, practice: Client) -> None:
    page = practice.get("/practice/requests/form/", {"ipa": world.ipa.key})

    assert world.ipa.legal_name in words_of(page)


def test_a_kept_file_cannot_be_handed_in_by_somebody_else(
    world: World, practice: Client, other_practice: Client
) -> None:
    mine = practice.post(NEW, filled_in(practice, MRI, papers=note(), quantity="none"))
    reference = form_of(mine)["kept"]

    other_practice.post(NEW, filled_in(other_practice, MRI, kept=reference))

    assert not Document.objects.exists()


def test_one_picture_and_one_pdf_arrive_together(world: World, practice: Client) -> None:
    papers = [note("a.txt"), SimpleUploadedFile("b.txt", b"Second page.")]

    practice.post(NEW, filled_in(practice, MRI, papers=papers))

    assert set(Document.objects.values_list("title", flat=True)) == {"a.txt", "b.txt"}
