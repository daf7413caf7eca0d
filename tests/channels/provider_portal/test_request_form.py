"""The Authorization Request Form as a PDF for a practice: blank, or filled in with its own case."""

import pytest
from django.test import Client

from factories.prior_auth import World, make_request
from printed_lines import printed_lines


@pytest.mark.requirement("S003-10")
def test_the_blank_form_is_the_office_s_or_one_ipa_s_own(world: World, practice: Client) -> None:
    office_s = practice.get("/practice/requests/form/pdf/")
    ipa_s = practice.get("/practice/requests/form/pdf/", {"ipa": world.ipa.key})

    assert office_s.headers["Content-Type"] == "application/pdf"
    assert world.tenant.legal_name in printed_lines(office_s.content)
    assert world.ipa.signs_as in printed_lines(ipa_s.content)


def test_the_page_to_print_leads_to_the_file_of_the_same_ipa(
    world: World, practice: Client
) -> None:
    page = practice.get("/practice/requests/form/", {"ipa": world.ipa.key}).content.decode()

    assert f'href="/practice/requests/form/pdf/?ipa={world.ipa.key}"' in page


def test_a_request_of_one_s_own_fills_the_form_in(world: World, practice: Client) -> None:
    case = make_request(world)
    address = f"/practice/requests/{case.id}/form/"

    answer = practice.get(address)

    assert any(world.member.family_name in line for line in printed_lines(answer.content))
    assert address in practice.get(f"/practice/requests/{case.id}/").content.decode()


def test_another_practice_s_request_is_not_found(world: World, other_practice: Client) -> None:
    case = make_request(world)

    assert other_practice.get(f"/practice/requests/{case.id}/form/").status_code == 404
