"""One request for several services: lines are added, taken out, weighed, sent and shown."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from factories import roster
from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import MRI, World, make_criteria
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.domain.request import ServiceLine
from openmso.casework.prior_auth.form_fields import MOST_SERVICES
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.roster.benefits.models import AuthorizationListEntry
from page_checks import assert_ids_resolve

from .filling_in import NEW, filled_in, note
from .pages_read import form_of, words_of

LIVE = f"{NEW}check/"
WALKER, CANE = "E0143", "E0100"


def two_lines(practice: Client, second: str = WALKER, **typed: Any) -> dict[str, Any]:
    sent = filled_in(practice, MRI, papers=note())
    return sent | {"code_2": second, "quantity_2": "2", "description_2": ""} | typed


def only_case() -> AuthorizationRequest:
    return AuthorizationRequest.objects.get()


def asked(case: AuthorizationRequest) -> list[tuple[int, str, str]]:
    rows = case.services.order_by("line").values_list("line", "code", "quantity")
    return [(line, code, f"{quantity.normalize():f}") for line, code, quantity in rows]


@pytest.mark.requirement("S003-07", "S003-10")
def test_two_services_become_one_request_with_two_lines(world: World, practice: Client) -> None:
    page = practice.post(NEW, two_lines(practice), follow=True)

    case = only_case()
    assert asked(case) == [(1, MRI, "1"), (2, WALKER, "2")]
    assert case.state == "in_review"
    for shown in (page, practice.get(f"/practice/requests/{case.id}/")):
        words = words_of(shown)
        assert "Service 1 1 × MRI of the lower spine (72148, counted by study)" in words
        assert "Service 2 2 × Folding walker with wheels (E0143, counted by item)" in words


def test_the_form_begins_with_one_service_under_its_plain_names(practice: Client) -> None:
    fields = form_of(practice.get(NEW))

    assert {"code", "quantity", "description"} <= set(fields)
    assert not {name for name in fields if name.endswith("_2") and "diagnosis" not in name}


def test_another_line_is_added_without_a_script_and_nothing_typed_is_lost(
    world: World, practice: Client
) -> None:
    typed = filled_in(practice, MRI, papers=note(), urgency_reason="Because.", diagnosis_1="")

    page = practice.post(NEW, typed | {"add_service": "1", "code": ""})

    again = form_of(page)
    assert page.status_code == 200
    assert (again["code_2"], again["quantity_2"]) == ("", "1")
    assert "Fill this in." not in words_of(page)
    assert "Alma Quintero" in words_of(page)
    for name in ("receipt", "client_key", "clinical_summary", "urgency_reason", "point_1"):
        assert again[name] == typed[name]
    assert len(again["kept"]) == 1
    assert page.context["page"].form["code_2"].field.widget.attrs["autofocus"] is True
    assert_ids_resolve(page.content.decode())


def test_with_htmx_only_the_services_the_meter_and_the_questions_come(
    world: World, practice: Client
) -> None:
    typed = filled_in(practice, MRI, clinical_summary="", files_chosen="1", add_service="1")

    answer = practice.post(NEW, typed, headers={"HX-Request": "true"})

    text = answer.content.decode()
    assert "<html" not in text
    assert 'id="services"' in text
    assert '<div id="live" hx-swap-oob="innerHTML">' in text
    assert "Clinical notes that show" not in text  # the chosen file waits in the browser


def test_a_line_is_taken_out_and_those_below_move_up(world: World, practice: Client) -> None:
    three = two_lines(practice, code_3=CANE, quantity_3="3", description_3="")

    without_second = form_of(practice.post(NEW, three | {"remove_service": "2"}))
    without_first = form_of(practice.post(NEW, three | {"remove_service": "1"}))
    nothing = form_of(practice.post(NEW, three | {"remove_service": "9"}))

    codes = [
        [form.get(name) for name in ("code", "code_2", "code_3")]
        for form in (without_second, without_first, nothing)
    ]
    assert codes == [[MRI, CANE, None], [WALKER, CANE, None], [MRI, WALKER, CANE]]
    assert (without_second["quantity_2"], without_first["quantity"]) == ("3", "2")


def test_a_line_left_empty_is_no_service(world: World, practice: Client) -> None:
    practice.post(NEW, two_lines(practice, second=""))

    assert asked(only_case()) == [(1, MRI, "1")]


def test_a_request_takes_no_more_lines_than_the_printed_form(
    world: World, practice: Client
) -> None:
    full = two_lines(practice, code_3="", quantity_3="1", code_4="", quantity_4="1")

    page = practice.post(NEW, full | {"add_service": "1"})

    assert f"One request takes up to {MOST_SERVICES} services." in words_of(page)
    assert "Add another service" not in words_of(page)
    assert f"code_{MOST_SERVICES + 1}" not in form_of(page)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"code_2": "27447"}, "description_2", "27447 is not on our list of codes."),
        ({"quantity_2": "0"}, "quantity_2", "Write a number above 0."),
        ({"quantity_2": ""}, "quantity_2", "Fill this in."),
        ({"code_2": "", "description_2": "A chair"}, "code_2", "Fill this in."),
        ({"code_2": MRI}, "code_2", "72148 is service 1 already."),
        ({"code": "27447"}, "description", "27447 is not on our list of codes."),
    ],
)
def test_a_mistake_stands_beside_the_field_of_its_line_and_the_rest_stays(
    world: World, practice: Client, typed: dict[str, str], field: str, sentence: str
) -> None:
    sent = two_lines(practice) | typed

    page = practice.post(NEW, sent)

    errors = page.context["page"].form.errors
    assert page.status_code == 422
    assert sentence in " ".join(errors[field])
    assert list(errors) == [field]
    again = form_of(page)
    for name in ("code", "quantity", "code_2", "quantity_2", "description_2"):
        assert again[name] == sent[name]
    assert not AuthorizationRequest.objects.exists()
    assert_ids_resolve(page.content.decode())


def test_while_it_is_filled_in_each_line_says_whether_it_needs_an_authorization(
    world: World, practice: Client
) -> None:
    three = two_lines(practice, CANE, code_3="27447", quantity_3="1")

    words = words_of(practice.post(LIVE, three))

    assert "72148 MRI of the lower spine: Authorization needed" in words
    assert "E0100 Cane: No authorization needed" in words
    assert "27447 : Not on the list. Write what it is" in words


def test_one_line_is_weighed_as_ever(world: World, practice: Client) -> None:
    words = words_of(practice.post(LIVE, filled_in(practice, MRI)))

    assert "Counted by: study" in words
    assert "Authorization needed" not in words


def test_a_rule_approves_a_request_only_when_every_line_has_one(
    world: World, practice: Client
) -> None:
    walker_and_cane = filled_in(practice, WALKER) | {"code_2": CANE, "quantity_2": "1"}
    questions_for = practice.post(LIVE, walker_and_cane).context["weighed"].questions_for

    practice.post(NEW, walker_and_cane | {"questions_for": str(questions_for)})

    assert only_case().state == "in_review"


def test_services_of_two_criteria_sets_are_never_approved_by_rule(
    world: World, practice: Client
) -> None:
    other = make_criteria(world.tenant, key="cane")
    AuthorizationListEntry.objects.filter(code=CANE).update(
        answer="required", criteria_key=other.key, auto_approve=True, auto_approve_rule="Rule"
    )
    both = filled_in(practice, WALKER) | {"code_2": CANE, "quantity_2": "1"}
    questions_for = practice.post(LIVE, both).context["weighed"].questions_for

    practice.post(NEW, both | {"questions_for": str(questions_for)})

    assert only_case().state == "in_review"


def test_what_the_plan_decides_is_sent_alone(world: World, practice: Client) -> None:
    roster.make_service_code("J1950", "An injection", category="injection")
    roster.make_list_entry(world.tenant, "J1950", "plan_decides", plan=world.plan)

    together = practice.post(NEW, two_lines(practice, "J1950"))
    alone = practice.post(NEW, filled_in(practice, "J1950"), follow=True)

    assert together.status_code == 422
    sentence = " ".join(together.context["page"].form.errors["code_2"])
    assert sentence.startswith("The health plan decides this service and we decide the others.")
    assert "The health plan decides this one itself. We passed it on." in words_of(alone)
    assert asked(only_case()) == [(1, "J1950", "1")]


def test_what_was_approved_of_each_line_is_shown(world: World, practice: Client) -> None:
    physician = physician_of(world)
    services = (
        ServiceLine(code=MRI, description="MRI", quantity=Decimal(1), unit="study"),
        ServiceLine(code=WALKER, description="Walker", quantity=Decimal(2), unit="item"),
    )
    case = with_physician(world, physician, services=services)

    approve_in_part(
        case.id,
        approved={1: Decimal(1)},
        denial=a_denial(world),
        by=physician,
        at=DECIDED_AT,
        version=case.version,
    )

    words = words_of(practice.get(f"/practice/requests/{case.id}/"))
    assert "Approved, service 1 1 of 1 × MRI" in words
    assert "Approved, service 2 0 of 2 × Walker" in words
