"""The Authorization Request Form on paper: blank, or filled in from a case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import page
import pikepdf
import pytest

from factories.prior_auth import RECEIVED_AT, make_request, make_world
from openmso.casework.prior_auth.domain.request import ServiceLine
from openmso.casework.prior_auth.form_fields import SECTIONS
from openmso.casework.prior_auth.paper_form.printing import (
    PaperForm,
    blank_form,
    form_of_case,
    print_form,
)
from printed_lines import printed_lines

BLANK = PaperForm(
    office="Elm Street IPA, Inc.",
    ipas=("Elm Street IPA", "Canyon IPA"),
    numbers=(("Utilization management fax", "213-555-0150"),),
)


def words_of(content: bytes) -> str:
    return "".join(printed_lines(content)).replace("\u00a0", " ")


def test_the_blank_form_asks_for_every_field_of_the_list() -> None:
    shown = words_of(print_form(BLANK, created_at=RECEIVED_AT)).replace(" ", "")

    for section in SECTIONS:
        assert section.title.replace(" ", "") in shown
        for field in section.fields:
            assert field.label.replace(" ", "") in shown


def test_the_form_of_no_single_ipa_offers_all_of_them() -> None:
    shown = words_of(print_form(BLANK, created_at=RECEIVED_AT))

    assert "Elm Street IPA" in shown
    assert "Canyon IPA" in shown
    assert "213-555-0150" in shown


def test_the_form_can_be_read_aloud() -> None:
    content = print_form(BLANK, created_at=RECEIVED_AT)

    report = page.validate_pdf_bytes(content, profile="ua1")
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.django_db
def test_a_case_fills_the_form_in_and_it_can_still_be_read_aloud() -> None:
    world = make_world()
    request = make_request(
        world,
        diagnoses=("M54.50", "M51.26", "M54.16", "G89.29"),
        service_until_on=date(2026, 12, 6),
        servicing_name="Seaside Imaging",
    )

    form = form_of_case(request, at=RECEIVED_AT)
    content = print_form(form, created_at=RECEIVED_AT)

    answers = form.answers
    assert answers["family_name"] == world.member.family_name
    assert (answers["service_from_on"], answers["service_until_on"]) == ("12/01/2026", "12/05/2026")
    assert (answers["diagnosis_1"], answers["diagnosis_3"]) == ("M54.50", "M54.16, G89.29")
    assert (answers["code"], answers["quantity"]) == ("72148", "1 x study")
    assert (answers["urgency"], answers["papers"]) == ("standard", "1 with the case")
    assert "signed_by" not in answers
    assert request.number in words_of(content)
    assert "Seaside Imaging" in words_of(content)
    assert page.validate_pdf_bytes(content, profile="ua1").is_compliant


@pytest.mark.django_db
def test_each_service_has_its_own_line_and_the_last_one_takes_the_rest() -> None:
    codes = ("72148", "E0143", "E0100", "97110", "97112")
    services = tuple(
        ServiceLine(code=code, description=f"Service {code}", quantity=Decimal(n), unit="item")
        for n, code in enumerate(codes, start=1)
    )

    answers = form_of_case(make_request(make_world(), services=services), at=RECEIVED_AT).answers

    assert (answers["code"], answers["quantity"]) == ("72148", "1 x item")
    assert (answers["code_3"], answers["description_3"]) == ("E0100", "Service E0100")
    assert (answers["code_4"], answers["quantity_4"]) == ("97110; 97112", "4 x item; 5 x item")


def test_the_blank_form_is_two_pages() -> None:
    with pikepdf.open(BytesIO(print_form(BLANK, created_at=RECEIVED_AT))) as printed:
        assert len(printed.pages) == 2


@pytest.mark.django_db
def test_every_answer_belongs_to_a_field_of_the_list() -> None:
    request = make_request(make_world())

    known = {field.key for section in SECTIONS for field in section.fields}
    assert set(form_of_case(request, at=RECEIVED_AT).answers) <= known


@pytest.mark.django_db
def test_a_case_without_coverage_is_printed_with_the_office_s_name() -> None:
    world = make_world()
    world.member.coverage_spans.all().delete()

    form = form_of_case(make_request(world), at=RECEIVED_AT)

    assert (form.office, form.answers["member_number"]) == (world.tenant.legal_name, "")


@pytest.mark.django_db
def test_an_emergency_and_an_urgent_case_tick_their_own_box() -> None:
    world = make_world()
    urgent = make_request(world, marked_urgent=True, urgency_reason="Foot drop since Monday.")
    emergency = make_request(world, emergency=True)

    assert form_of_case(urgent, at=RECEIVED_AT).answers["urgency"] == "urgent"
    assert "Foot drop" in form_of_case(urgent, at=RECEIVED_AT).answers["urgency_reason"]
    assert form_of_case(emergency, at=RECEIVED_AT).answers["urgency"] == "emergency"


@pytest.mark.django_db
def test_the_blank_form_of_an_ipa_bears_its_name_and_the_office_s_numbers() -> None:
    world = make_world()

    form = blank_form(world.tenant.id, world.ipa, at=RECEIVED_AT)

    assert (form.office, form.ipas) == (world.ipa.signs_as, ())
    assert ("Utilization management fax", "213-555-0150") in form.numbers


def test_a_sign_that_no_font_has_does_not_stop_the_form() -> None:
    form = replace(BLANK, answers={"clinical_summary": "Pain \U0001f642 since\x07 May – “dull”."})

    shown = words_of(print_form(form, created_at=RECEIVED_AT))

    assert "Pain ? since? May – “dull”." in shown
