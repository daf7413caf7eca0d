"""The Authorization Request Form as a PDF at the desk: blank for an IPA, or filled for a case."""

import pytest

from factories.access import signed_in
from factories.prior_auth import make_request, make_world
from openmso.office.access.roles import Role
from printed_lines import printed_lines

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S003-10")
def test_the_blank_form_of_an_ipa_comes_as_a_file_without_a_name_in_it() -> None:
    world = make_world()
    desk = signed_in(Role.INTAKE, world.tenant)
    address = f"/staff/request-form/{world.ipa.key}/"

    answer = desk.get(f"{address}pdf/")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert (
        answer.headers["Content-Disposition"]
        == 'attachment; filename="authorization-request-form.pdf"'
    )
    assert world.ipa.signs_as in printed_lines(answer.content)
    assert f"{address}pdf/" in desk.get(address).content.decode()


def test_the_form_of_a_case_is_filled_in_and_offered_on_its_page() -> None:
    world = make_world()
    case = make_request(world)
    desk = signed_in(Role.NURSE, world.tenant)
    address = f"/staff/prior-auth/{case.id}/form/"

    answer = desk.get(address)

    assert any(world.member.family_name in line for line in printed_lines(answer.content))
    assert address in desk.get(f"/staff/prior-auth/{case.id}/").content.decode()


def test_an_ipa_that_is_not_ours_has_no_form() -> None:
    desk = signed_in(Role.INTAKE, make_world().tenant)

    assert desk.get("/staff/request-form/no-such-ipa/pdf/").status_code == 404
