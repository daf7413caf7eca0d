"""The review page of a case, and what each desk can do on it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factories.access import signed_in
from factories.decisions import DECIDED_AT, answer_points, nurse_of
from factories.prior_auth import NOTE, World, make_request, make_world
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.set_urgency import set_urgency
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.models import AuthorizationRequest, CriteriaFinding, RecordsOpened
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.roster.members.models import Member

pytestmark = pytest.mark.django_db
SIGN_IN = 1
Asserter = Callable[..., Any]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def nurse(world: World) -> Client:
    return signed_in(Role.NURSE, world.tenant)


def page_of(case: AuthorizationRequest, name: str = "prior_auth_case", **more: Any) -> str:
    return reverse(f"staff:{name}", kwargs={"request_id": case.id, **more})


def state_of(case: AuthorizationRequest) -> str:
    return str(AuthorizationRequest.objects.get(id=case.id).state)


def test_the_page_takes_eight_queries(
    world: World, nurse: Client, django_assert_max_num_queries: Asserter
) -> None:
    case = make_request(world)
    nurse.get(page_of(case))

    with django_assert_max_num_queries(8 + SIGN_IN):
        answer = nurse.get(page_of(case))

    assert answer.status_code == 200


def test_the_due_time_opens_to_rule_source_check_and_arithmetic(
    world: World, nurse: Client
) -> None:
    text = nurse.get(page_of(make_request(world))).content.decode()

    assert "MA-OD-STD-PA-7" in text
    assert "42 CFR 422.568" in text
    assert "day 1: Fri 11/20" in text
    assert "checked on" in text


def test_a_nurse_never_sees_a_way_to_deny(world: World, nurse: Client) -> None:
    case = make_request(world)

    text = nurse.get(page_of(case)).content.decode()

    assert "Deny" not in text
    assert page_of(case, "prior_auth_decide") not in text
    assert "Send to a physician" in text


@pytest.mark.requirement("S003-01")
def test_a_point_is_answered_with_the_sentence_that_shows_it(world: World, nurse: Client) -> None:
    case = make_request(world)
    document = Document.objects.get(case_id=case.id)

    answer = nurse.post(
        page_of(case, "prior_auth_point", code="1"),
        {
            "point-1-answer": "met",
            "point-1-quote": "Six weeks of physical therapy",
            "point-1-document": str(document.id),
            "point-1-page": "1",
        },
    )

    found = CriteriaFinding.objects.get(request=case, point_code="1")
    assert answer["Location"].endswith("#point-1")
    assert (found.answer, found.quote, found.page) == ("met", "Six weeks of physical therapy", 1)
    assert found.document_id == document.id


def test_the_fields_are_the_same_before_and_after_a_mistake(world: World, nurse: Client) -> None:
    case = make_request(world, files=(NOTE,))
    field = re.compile(r'<(?:input|select|label)[^>]*point-1-(?:quote|document|page)"[^>]*>')
    told = {"class", "aria-invalid", "aria-describedby", "value"}

    before = nurse.get(page_of(case)).content.decode()
    after = nurse.post(page_of(case, "prior_auth_point", code="1"), {"point-1-answer": "perhaps"})

    drawn = [_attributes(tag, told) for tag in field.findall(before)]
    assert len(drawn) == 6
    assert drawn == [_attributes(tag, told) for tag in field.findall(after.content.decode())]
    for label in ("The sentence in the record that shows it", "Document", "Page"):
        assert f">{label} <span" in " ".join(before.split())
        assert f">{label} <span" in " ".join(after.content.decode().split())


def _attributes(tag: str, without: set[str]) -> set[tuple[str, str]]:
    return {
        (name, value)
        for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)
        if name not in without
    }


def test_script_gets_the_point_alone(world: World, nurse: Client) -> None:
    case = make_request(world)

    answer = nurse.post(
        page_of(case, "prior_auth_point", code="2"),
        {"point-2-answer": "not_met"},
        headers={"HX-Request": "true"},
    )

    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert "Not met" in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"point-1-answer": "perhaps"},
        {},
        {"point-1-answer": "met", "point-1-page": "0"},
        {"point-1-answer": "met", "point-1-document": "7"},
    ],
)
def test_a_wrong_answer_is_told_and_stores_nothing(
    world: World, nurse: Client, sent: dict[str, str]
) -> None:
    case = make_request(world)

    answer = nurse.post(page_of(case, "prior_auth_point", code="1"), sent)

    assert answer.status_code == 422
    assert not CriteriaFinding.objects.filter(request=case, confirmed=True).exists()


def test_approve_opens_when_every_point_is_met(world: World, nurse: Client) -> None:
    case = make_request(world)
    before = nurse.get(page_of(case)).content.decode()
    answer_points(case, nurse_of(world), p1="met", p2="met")

    done = nurse.post(page_of(case, "prior_auth_approve"), {"version": case.version}, follow=True)

    assert "Approve opens when every point is met" in before
    assert state_of(case) == "approved"
    assert "Approved: authorization number AU-" in done.content.decode()


def test_a_nurse_s_approval_with_open_points_is_refused_in_words(
    world: World, nurse: Client
) -> None:
    case = make_request(world)

    answer = nurse.post(page_of(case, "prior_auth_approve"), {"version": case.version})

    assert answer.status_code == 403
    assert "Send it to a physician" in answer.content.decode()
    assert state_of(case) == "in_review"


def test_whoever_was_overtaken_is_told_and_keeps_what_was_typed(
    world: World, nurse: Client
) -> None:
    case = make_request(world)
    set_urgency(case.id, urgency=Urgency.EXPEDITED, why="Pain", by=nurse_of(world), at=DECIDED_AT)

    answer = nurse.post(
        page_of(case, "prior_auth_send_to_physician"),
        {"version": case.version, "note": "Point 2 is missing in the notes."},
    )

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Point 2 is missing in the notes." in text
    assert "Urgency set" in text
    assert state_of(case) == "in_review"


@pytest.mark.parametrize(
    ("name", "sent", "state"),
    [
        ("prior_auth_send_to_physician", {"note": "Not shown."}, "with_physician"),
        ("prior_auth_ask", {"words": "Please send the last note."}, "waiting_for_information"),
        ("prior_auth_withdraw", {"asked_by": "The office", "why": "Moved"}, "withdrawn"),
        ("prior_auth_set_urgency", {"urgency": "expedited", "why": "Pain"}, "in_review"),
        ("prior_auth_extend", {"ground": "member_asks", "why": "You asked us."}, "in_review"),
    ],
)
def test_each_act_leads_back_to_the_case_in_its_new_state(
    world: World, nurse: Client, name: str, sent: dict[str, str], state: str
) -> None:
    case = make_request(world)

    answer = nurse.post(page_of(case, name), sent)

    assert answer["Location"] == page_of(case)
    assert state_of(case) == state


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("prior_auth_ask", {"words": " "}),
        ("prior_auth_withdraw", {"asked_by": "", "why": "Nobody wants it"}),
        ("prior_auth_set_urgency", {"urgency": "expedited", "why": ""}),
        ("prior_auth_extend", {"ground": "", "why": "We are busy today."}),
    ],
)
def test_a_half_filled_act_gets_its_sentence_and_keeps_the_rest(
    world: World, nurse: Client, name: str, sent: dict[str, str]
) -> None:
    case = make_request(world)

    answer = nurse.post(page_of(case, name), sent)

    assert answer.status_code == 422
    assert state_of(case) == "in_review"
    for typed in sent.values():
        assert not typed.strip() or typed in answer.content.decode()


@pytest.mark.requirement("S003-40")
def test_asking_lists_what_is_missing(world: World, nurse: Client) -> None:
    case = make_request(world, files=(), clinical_summary="", diagnoses=())

    text = nurse.get(page_of(case, "prior_auth_ask")).content.decode()

    assert "The diagnosis (ICD-10 code)." in text
    assert "never a denial" in text


def test_a_second_extension_is_refused_with_the_reason(world: World, nurse: Client) -> None:
    case = make_request(world)
    sent = {"ground": "member_asks", "why": "You asked us."}
    nurse.post(page_of(case, "prior_auth_extend"), sent)

    page = nurse.get(page_of(case, "prior_auth_extend"))
    again = nurse.post(page_of(case, "prior_auth_extend"), sent)

    assert "extended once" in page.content.decode()
    assert again.status_code == 422


def test_opening_a_document_is_recorded_and_never_runs_in_our_pages(
    world: World, nurse: Client
) -> None:
    case = make_request(world)
    document = Document.objects.get(case_id=case.id)

    answer = nurse.get(page_of(case, "document", document_id=document.id))
    text = nurse.get(page_of(case, "document_text", document_id=document.id))

    assert answer.content.startswith(b"Six weeks")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "Six weeks of physical therapy" in text.content.decode()
    assert RecordsOpened.objects.filter(request=case, document=document).count() == 1


def test_a_document_of_another_case_is_not_found(world: World, nurse: Client) -> None:
    case, other = make_request(world), make_request(world)
    document = Document.objects.get(case_id=other.id)

    assert nurse.get(page_of(case, "document", document_id=document.id)).status_code == 404


def test_a_message_reaches_the_case_and_an_empty_one_does_not(world: World, nurse: Client) -> None:
    case = make_request(world)

    nurse.post(page_of(case, "prior_auth_message"), {"text": "Which side is it?"})
    nurse.post(page_of(case, "prior_auth_message"), {"text": "  "})

    assert [message.text for message in case.messages.all()] == ["Which side is it?"]
    assert "Which side is it?" in nurse.get(page_of(case)).content.decode()


@pytest.mark.requirement("S003-11")
def test_papers_that_arrive_later_keep_their_own_received_time(world: World, nurse: Client) -> None:
    case = make_request(world, files=(), clinical_summary="")
    sent = {
        "source": "fax",
        "received_on": "11/20/2026",
        "received_time": "8:15 am",
        "papers": SimpleUploadedFile("late.txt", NOTE[1].content),
    }

    answer = nurse.post(page_of(case, "prior_auth_add"), sent)

    document = Document.objects.get(case_id=case.id)
    assert answer["Location"] == page_of(case)
    assert document.received_at.isoformat() == "2026-11-20T16:15:00+00:00"


def test_likely_duplicates_are_pointed_out_compared_and_joined(world: World, nurse: Client) -> None:
    first = make_request(world, service_until_on=None)
    second = make_request(world, clinical_summary="The same once more.")
    page = nurse.get(page_of(second)).content.decode()
    compared = nurse.get(page_of(second, "prior_auth_join"))

    nurse.post(
        page_of(second, "prior_auth_join"), {"goes_on": str(first.id), "other": str(first.id)}
    )

    assert f"This looks like {first.number}" in page
    assert compared.content.decode().count("Documents") == 0
    assert [side.number for side in compared.context["sides"]] == [second.number, first.number]
    assert (state_of(second), state_of(first)) == ("joined", "in_review")
    assert Document.objects.filter(case_id=first.id).count() == 2


def test_another_request_is_found_by_number_to_compare(world: World, nurse: Client) -> None:
    case, other = make_request(world), make_request(world, diagnoses=("M51.26",))
    foreign = make_request(make_world())

    found = nurse.post(page_of(case, "prior_auth_join"), {"number": other.number.lower()})
    hidden = nurse.post(page_of(case, "prior_auth_join"), {"number": foreign.number})

    assert len(found.context["sides"]) == 2
    assert hidden.status_code == 422
    assert "no other request" in hidden.content.decode()


def test_a_talk_is_offered_and_noted(world: World, nurse: Client) -> None:
    case = make_request(world)

    nurse.post(page_of(case, "prior_auth_talk"), {"day_1": "11/23/2026", "time_1": "2:30 pm"})
    talk = case.peer_talks.get()
    nurse.post(
        page_of(case, "prior_auth_talk_note", talk_id=talk.id),
        {"reached": "yes", "note": "Therapy dates will follow."},
    )

    talk.refresh_from_db()
    assert talk.slots[0].isoformat() == "2026-11-23T22:30:00+00:00"
    assert (talk.state, talk.note) == ("held", "Therapy dates will follow.")


def test_a_talk_needs_a_time_that_lies_ahead(world: World, nurse: Client) -> None:
    case = make_request(world)

    past = nurse.post(page_of(case, "prior_auth_talk"), {"day_1": "11/2/2026", "time_1": "2pm"})
    half = nurse.post(
        page_of(case, "prior_auth_talk"),
        {"day_1": "11/23/2026", "time_1": "2pm", "day_2": "11/24/2026"},
    )

    assert (past.status_code, half.status_code) == (422, 422)
    assert not case.peer_talks.exists()


def test_only_a_supervisor_reopens_a_case(world: World, nurse: Client) -> None:
    case = make_request(world)
    nurse.post(page_of(case, "prior_auth_withdraw"), {"asked_by": "The office"})
    supervisor = signed_in(Role.SUPERVISOR, world.tenant)

    refused = nurse.post(page_of(case, "prior_auth_reopen"), {"why": "It was a mistake."})
    supervisor.post(page_of(case, "prior_auth_reopen"), {"why": "It was a mistake."})

    assert refused.status_code == 403
    assert state_of(case) == "in_review"


def test_a_letter_is_shown_as_a_page_and_listed_with_its_state(world: World, nurse: Client) -> None:
    case = make_request(world)
    answer_points(case, nurse_of(world), p1="met", p2="met")
    approve(case.id, by=nurse_of(world), at=DECIDED_AT)
    letter = OrderedLetter.objects.get(case_id=case.id, reader="member")

    listed = nurse.get("/staff/letters/").content.decode()
    shown = nurse.get(f"/staff/letters/{letter.id}/").content.decode()

    assert case.number in listed
    assert "Ordered" in listed
    assert world.member.family_name in shown
    assert 'class="letter' in shown


def test_people_bound_to_one_ipa_do_not_find_another_one_s_case(world: World) -> None:
    case = make_request(world)
    elsewhere = signed_in(Role.NURSE, world.tenant, ipa_ids=[world.plan.id])

    assert elsewhere.get(page_of(case)).status_code == 404
    assert (
        elsewhere.get(reverse("staff:member", args=[Member.objects.get(id=case.member_id).id]))
    ).status_code == 404
