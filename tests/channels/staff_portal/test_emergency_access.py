"""A nurse who sees one IPA's cases opens another's in an emergency; privacy staff review it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from factories.access import make_account, sign_in
from factories.emergency_access import make_emergency
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_ipa
from openmso.casework.prior_auth.models import AuthorizationRequest, RecordsOpened
from openmso.office import clock
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.documents.models import Document
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.timeline.models import CaseEvent
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-16")]

PAGE, REVIEWS = "/staff/emergency/", "/staff/emergency-reviews/"
WORDS = "The hospital is on the telephone about the transfer."
SIGN_IN, LIST, DETAIL, WRITE = 1, 4, 8, 12


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case(world: World) -> AuthorizationRequest:
    return make_request(world)


@pytest.fixture
def outsider(world: World) -> Account:
    return make_account(Role.NURSE, world.tenant, ipa_ids=[make_ipa(world.tenant).id])


@pytest.fixture
def desk(outsider: Account) -> Client:
    return sign_in(Client(), outsider)


@pytest.fixture
def privacy(world: World) -> Client:
    return sign_in(Client(), make_account(Role.PRIVACY, world.tenant))


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def said(case: AuthorizationRequest, **given: str) -> dict[str, str]:
    return {"number": case.number, "reason": "care_cannot_wait", "words": WORDS} | given


def test_a_closed_case_is_opened_read_and_told_and_nothing_on_it_can_be_done(
    case: AuthorizationRequest, desk: Client, outsider: Account
) -> None:
    closed = f"/staff/prior-auth/{case.id}/"
    assert desk.get(closed).status_code == 404

    opened = desk.post(PAGE, said(case))
    page = desk.get(opened["Location"])

    assert page.status_code == 200
    html = text_of(page)
    assert case.member.full_name in html
    assert case.clinical_summary in html
    assert "Emergency access until" in html
    assert "Opened under emergency access" in html
    main = html.partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main
    assert closed not in main
    assert f"/staff/members/{case.member_id}/" not in main
    for act in ("", "approve/", "message/", "withdraw/", "add/", "start-review/", "talk/"):
        assert desk.post(f"{closed}{act}", {"text": "x"}).status_code in {404, 405}, act
    assert desk.get(closed).status_code == 404
    assert case.number not in text_of(desk.get("/staff/worklist/nurse/"))


def test_a_paper_opened_this_way_is_handed_out_and_told_on_the_case(
    world: World, case: AuthorizationRequest, desk: Client, outsider: Account
) -> None:
    access = make_emergency(case, outsider)
    paper = Document.objects.get(case_id=case.id)
    other = Document.objects.get(case_id=make_request(world, diagnoses=("M51.26",)).id)

    answer = desk.get(f"{PAGE}{access.id}/documents/{paper.id}/")

    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert RecordsOpened.objects.get(document=paper).account_id == outsider.id
    line = CaseEvent.objects.get(case_id=case.id, name="prior_auth.records_opened")
    assert line.actor_id == outsider.id
    assert desk.get(f"{PAGE}{access.id}/documents/{other.id}/").status_code == 404


def test_when_the_time_is_over_neither_case_nor_paper_opens(
    case: AuthorizationRequest, desk: Client, outsider: Account
) -> None:
    long_ago = clock.now() - timedelta(hours=2)
    over = make_emergency(
        case, outsider, opened_at=long_ago, until_at=long_ago + timedelta(minutes=60)
    )
    paper = Document.objects.get(case_id=case.id)

    for address in (f"{PAGE}{over.id}/", f"{PAGE}{over.id}/documents/{paper.id}/"):
        answer = desk.get(address)
        assert (answer.status_code, answer["Location"]) == (302, PAGE)
        assert "is over" in text_of(desk.get(PAGE))
    assert not RecordsOpened.objects.exists()


def test_a_colleague_s_emergency_is_not_found(
    world: World, case: AuthorizationRequest, desk: Client
) -> None:
    colleague = make_account(Role.NURSE, world.tenant, ipa_ids=[make_ipa(world.tenant).id])
    theirs = make_emergency(case, colleague)
    nobody_s = desk.get(f"{PAGE}00000000-0000-4000-8000-000000000000/")

    answer = desk.get(f"{PAGE}{theirs.id}/")

    assert (answer.status_code, answer.content) == (404, nobody_s.content)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"number": "PA-000000-ZZZZZZ"}, "No case of this office has this number."),
        ({"words": "urgent"}, "Tell in a sentence what has happened."),
        ({"reason": ""}, "Choose one."),
        ({"reason": "curiosity"}, "Choose one of the answers shown."),
    ],
)
def test_a_mistake_gets_a_sentence_and_loses_nothing(
    case: AuthorizationRequest, desk: Client, typed: dict[str, str], words: str
) -> None:
    answer = desk.post(PAGE, said(case, **typed))

    assert answer.status_code == 422
    html = text_of(answer)
    assert words in html
    assert said(case, **typed)["number"] in html
    assert said(case, **typed)["words"] in html
    assert html.count("data-error-summary") == 1
    assert_ids_resolve(html)
    assert_nothing_inline(html)
    assert not EmergencyAccess.objects.exists()


def test_only_those_to_whom_something_is_closed_see_it_in_the_menu(
    world: World, desk: Client
) -> None:
    sees_all = sign_in(Client(), make_account(Role.NURSE, world.tenant))

    assert f'href="{PAGE}"' in text_of(desk.get("/staff/worklist/nurse/"))
    assert f'href="{PAGE}"' not in text_of(sees_all.get("/staff/worklist/nurse/"))
    assert "nothing is closed to you" in text_of(sees_all.get(PAGE))


def test_privacy_staff_see_who_why_and_what_was_opened_and_store_what_they_found(
    case: AuthorizationRequest, desk: Client, privacy: Client, outsider: Account
) -> None:
    opened = desk.post(PAGE, said(case))["Location"]
    desk.get(f"{opened}documents/{Document.objects.get(case_id=case.id).id}/")
    use = EmergencyAccess.objects.get()

    listed = text_of(privacy.get(REVIEWS))
    shown = text_of(privacy.get(f"{REVIEWS}{use.id}/"))
    untold = privacy.post(f"{REVIEWS}{use.id}/", {"verdict": "misuse", "notes": ""})
    stored = privacy.post(
        f"{REVIEWS}{use.id}/", {"verdict": "misuse", "notes": "There was no call."}
    )
    again = privacy.post(f"{REVIEWS}{use.id}/", {"verdict": "in_order"})

    for text in (case.number, outsider.name, WORDS, "To review"):
        assert text in listed
    assert "Record opened" in shown
    assert case.member.family_name not in shown, "the reviewer needs no clinical case"
    assert untold.status_code == 422
    assert "Write down what was wrong" in text_of(untold)
    assert (stored.status_code, stored["Location"]) == (302, REVIEWS)
    assert again.status_code == 409
    assert "has reviewed this already" in text_of(again)
    use.refresh_from_db()
    assert (use.verdict, use.notes) == ("misuse", "There was no call.")


def test_a_late_review_is_called_overdue(
    case: AuthorizationRequest, privacy: Client, outsider: Account
) -> None:
    make_emergency(case, outsider, opened_at=clock.now() - timedelta(days=4))

    assert "Review overdue" in text_of(privacy.get(REVIEWS))


def test_the_pages_keep_their_query_budgets(
    case: AuthorizationRequest,
    desk: Client,
    privacy: Client,
    outsider: Account,
    django_assert_max_num_queries: Any,
) -> None:
    access = make_emergency(case, outsider)
    for client in (desk, privacy):
        client.get("/staff/")

    with django_assert_max_num_queries(LIST + SIGN_IN):
        desk.get(PAGE)
    with django_assert_max_num_queries(DETAIL + SIGN_IN):
        desk.get(f"{PAGE}{access.id}/")
    with django_assert_max_num_queries(LIST + SIGN_IN):
        privacy.get(REVIEWS)
    with django_assert_max_num_queries(DETAIL + SIGN_IN):
        privacy.get(f"{REVIEWS}{access.id}/")
