"""A request keyed from fax, phone or mail: its own received time, nothing lost, one case."""

from collections.abc import Iterator
from datetime import UTC, date
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factories import roster
from factories.access import signed_in
from factories.keyed_form import FAXED_AT, KEYED_AT, keyed
from factories.prior_auth import MRI, World, make_request, make_world
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.office.timeline.deadlines import of_case

pytestmark = pytest.mark.django_db
KEY_IN = "/staff/key-in/"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(KEYED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.INTAKE, world.tenant)


def only_case(world: World) -> AuthorizationRequest:
    return AuthorizationRequest.objects.get(tenant=world.tenant)


def errors_of(answer: Any) -> dict[str, list[str]]:
    return {name: list(said) for name, said in answer.context["form"].errors.items()}


@pytest.mark.requirement("S003-11")
def test_the_clock_starts_when_the_fax_came_not_when_it_was_keyed(
    world: World, desk: Client
) -> None:
    answer = desk.post(KEY_IN, keyed(world))

    case = only_case(world)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("staff:keyed", args=[case.id])
    assert case.received_at == FAXED_AT
    assert case.recorded_at == KEYED_AT
    assert of_case(world.tenant.id, case.id)[0].started_at == FAXED_AT


@pytest.mark.requirement("S001-18")
def test_a_member_who_calls_is_written_down_as_the_one_who_asks(world: World, desk: Client) -> None:
    desk.post(KEY_IN, keyed(world, channel="phone", asked_by="member"))

    assert (only_case(world).asked_by, only_case(world).channel) == ("member", "phone")


def test_afterwards_the_desk_hears_what_became_of_it(world: World, desk: Client) -> None:
    note = SimpleUploadedFile("note.txt", b"Six weeks of therapy.", "text/plain")

    answer = desk.post(KEY_IN, keyed(world, papers=note), follow=True)

    text = answer.content.decode()
    assert only_case(world).number in text
    assert "nurses" in text
    assert "MA-OD-STD-PA-7" in text


def test_a_double_click_makes_one_case(world: World, desk: Client) -> None:
    desk.post(KEY_IN, keyed(world))
    again = desk.post(KEY_IN, keyed(world))

    assert again["Location"] == reverse("staff:keyed", args=[only_case(world).id])


def test_the_same_form_with_other_content_is_told_and_kept(world: World, desk: Client) -> None:
    desk.post(KEY_IN, keyed(world))

    answer = desk.post(KEY_IN, keyed(world, clinical_summary="Another story."))

    assert answer.status_code == 409
    assert only_case(world).number in answer.content.decode()
    assert "Another story." in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"received_on": "11/21/2026"}, "received_on", "cannot have reached us in the future"),
        ({"received_time": "25:00"}, "received_time", "no such time"),
        ({"received_on": "02/30/2026"}, "received_on", "no day 30"),
        ({"service_from_on": "13/01/2026"}, "service_from_on", "no month 13"),
        ({"service_until_on": "11/30/2026"}, "service_until_on", "before the first day"),
        ({"practitioner_npi": "2900000000"}, "practitioner_npi", "digit"),
        ({"practitioner_npi": "2999999999"}, "practitioner_npi", ""),
        ({"code_1": "99Z99", "description_1": ""}, "code_1", "not on our list"),
        ({"quantity_1": ""}, "quantity_1", "how many"),
        ({"diagnosis_1": "ZZ9"}, "diagnosis_1", "no ICD-10 code"),
        ({"diagnosis_1": "M54.5"}, "diagnosis_1", "group"),
        ({"member": ""}, "family_name", "Find the member"),
        ({"urgency": "very"}, "urgency", "Choose one"),
    ],
)
def test_a_mistake_gets_a_sentence_beside_its_field_and_nothing_typed_is_lost(
    world: World, desk: Client, changed: dict[str, str], field: str, sentence: str
) -> None:
    typed = keyed(world, urgency_reason="Pain at night") | changed

    answer = desk.post(KEY_IN, typed)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence.lower() in " ".join(errors_of(answer)[field]).lower()
    assert not AuthorizationRequest.objects.filter(tenant=world.tenant).exists()
    for name in ("received_time", "code_1", "clinical_summary", "urgency_reason", "quantity_1"):
        assert typed[name] in text, name


def test_files_of_a_form_with_mistakes_need_not_be_chosen_again(world: World, desk: Client) -> None:
    note = SimpleUploadedFile("note.txt", b"Six weeks of therapy.", "text/plain")
    wrong = desk.post(KEY_IN, keyed(world, quantity_1="", papers=note))
    assert wrong.status_code == 422
    assert "note.txt" in wrong.content.decode()

    desk.post(KEY_IN, keyed(world, kept=wrong.context["signed"]))

    document = Document.objects.get(case_id=only_case(world).id)
    assert document.title == "note.txt"
    assert document.received_at == FAXED_AT


def test_kept_files_are_good_for_the_person_who_sent_them_only(world: World, desk: Client) -> None:
    note = SimpleUploadedFile("note.txt", b"Six weeks of therapy.", "text/plain")
    wrong = desk.post(KEY_IN, keyed(world, quantity_1="", papers=note))
    other = signed_in(Role.INTAKE, world.tenant)

    other.post(KEY_IN, keyed(world, kept=wrong.context["signed"]))

    assert not Document.objects.filter(case_id=only_case(world).id).exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("scan.pdf", b"%PDF-1.7 but not really", "cannot be read"),
        ("page.html", b"<html><script>x</script></html>", "not a PDF"),
        ("empty.pdf", b"", "empty"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_in_words(
    world: World, desk: Client, name: str, content: bytes, sentence: str
) -> None:
    answer = desk.post(KEY_IN, keyed(world, papers=SimpleUploadedFile(name, content)))

    assert answer.status_code == 422
    assert sentence in " ".join(errors_of(answer)["papers"])
    assert "Low back pain for three months." in answer.content.decode()


def test_a_scan_that_is_too_large_is_refused_with_its_size(world: World, desk: Client) -> None:
    scan = SimpleUploadedFile("scan.pdf", b"%PDF-" + b"0" * (60 * 1024 * 1024))

    answer = desk.post(KEY_IN, keyed(world, papers=scan))

    assert answer.status_code == 422
    assert "60 MB" in " ".join(errors_of(answer)["papers"])


@pytest.mark.requirement("S003-14")
def test_coverage_that_ended_is_told_with_its_last_day(world: World, desk: Client) -> None:
    world.member.coverage_spans.update(until_on=date(2026, 11, 1))

    answer = desk.post(KEY_IN, keyed(world, step="look"))

    assert "last day was 10/31/2026" in answer.content.decode()


@pytest.mark.requirement("S003-14")
def test_a_wrong_ipa_is_told_and_the_right_one_named(world: World, desk: Client) -> None:
    other = roster.make_ipa(world.tenant, name="Elsewhere IPA")

    answer = desk.post(KEY_IN, keyed(world, step="look", ipa=str(other.id)))

    assert f"belongs to {world.ipa.name}" in answer.content.decode()


def test_two_people_who_fit_are_both_offered_and_one_is_chosen(world: World, desk: Client) -> None:
    twin = roster.make_member(world.tenant, plan=world.plan, ipa=world.ipa, given_name="Alba")
    search = keyed(world, step="find", member="", family_name="Quin")

    found = desk.post(KEY_IN, search)
    text = found.content.decode()
    assert "2 people fit" in text
    assert world.member.number_in_office in text or "N0" in text

    chosen = desk.post(KEY_IN, {**search, "choose": str(twin.id)})
    assert chosen.context["member"].chosen.id == str(twin.id)
    assert chosen.status_code == 200


def test_one_hit_is_chosen_at_once_and_nobody_found_says_so(world: World, desk: Client) -> None:
    found = desk.post(
        KEY_IN, keyed(world, step="find", member="", member_number=world.member.number_in_office)
    )
    nobody = desk.post(KEY_IN, keyed(world, step="find", member="", member_number="X1"))
    too_little = desk.post(KEY_IN, keyed(world, step="find", member=""))

    assert found.context["member"].chosen.id == str(world.member.id)
    assert "Nobody here has the number X1" in nobody.content.decode()
    assert "two letters" in " ".join(errors_of(too_little)["family_name"])


def test_the_practice_follows_from_the_doctor_unless_there_are_two(
    world: World, desk: Client
) -> None:
    second = roster.make_practice(world.tenant)
    world.practitioner.placements.create(
        tenant=world.tenant, practice=second, from_on=roster.LONG_AGO
    )

    asked = desk.post(KEY_IN, keyed(world, practice=""))
    assert "Choose one" in " ".join(errors_of(asked)["practice"])

    desk.post(KEY_IN, keyed(world, practice=str(second.id)))
    assert only_case(world).practice_id == second.id


@pytest.mark.requirement("S003-40")
def test_missing_papers_are_shown_while_keying_and_never_deny(world: World, desk: Client) -> None:
    typed = keyed(world, clinical_summary="", diagnosis_1="")

    live = desk.post("/staff/key-in/completeness/", typed)
    desk.post(KEY_IN, typed)

    assert "Clinical notes" in live.content.decode()
    assert "never a denial" in live.content.decode()
    assert only_case(world).state == "received"


def test_emergency_care_is_exempt_with_a_receipt_number(world: World, desk: Client) -> None:
    answer = desk.post(KEY_IN, keyed(world, urgency="emergency"), follow=True)

    assert "exempt" in answer.content.decode()
    assert only_case(world).authorization_number in answer.content.decode()


def test_the_definition_of_urgent_stands_beside_the_choice(desk: Client) -> None:
    assert "could seriously harm" in desk.get(KEY_IN).content.decode()


def test_a_request_that_looks_alike_is_pointed_out_while_keying(world: World, desk: Client) -> None:
    first = make_request(world)

    live = desk.post("/staff/key-in/completeness/", keyed(world, service_until_on="12/05/2026"))

    assert first.number in live.content.decode()


def test_the_last_day_of_service_counts_when_another_request_looks_alike(
    world: World, desk: Client
) -> None:
    first = make_request(world, service_from_on=date(2026, 12, 5))

    live = desk.post("/staff/key-in/completeness/", keyed(world, service_until_on="12/05/2026"))

    assert first.number in live.content.decode()


def test_suggestions_come_by_code_and_by_words(world: World, desk: Client) -> None:
    roster.make_service_code(MRI, "MRI of the lower spine", plain_names="back scan")

    by_words = desk.get("/staff/search/services/", {"q": "back sc"}).json()
    by_code = desk.get("/staff/search/services/", {"q": "7214"}).json()
    doctors = desk.get("/staff/search/practitioners/", {"q": "abar"}).json()
    diagnoses = desk.get("/staff/search/diagnoses/", {"q": "M54.5"}).json()

    assert by_words["options"][0]["value"] == MRI
    assert by_code["options"][0]["value"] == MRI
    assert doctors["options"][0]["value"] == world.practitioner.npi
    assert {"M54.50"} <= {one["value"] for one in diagnoses["options"]}


def test_a_foreign_member_cannot_be_keyed(desk: Client, world: World) -> None:
    foreign = make_world().member

    answer = desk.post(KEY_IN, keyed(world, member=str(foreign.id)))

    assert answer.status_code == 422
    assert "no such member" in answer.content.decode()


def test_times_are_kept_in_utc(world: World, desk: Client) -> None:
    desk.post(KEY_IN, keyed(world))

    assert only_case(world).received_at.tzinfo is UTC
