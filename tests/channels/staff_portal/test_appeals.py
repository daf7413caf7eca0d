"""The desk of appeals: filed from a case, given to somebody independent, answered on a page."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from factories.access import make_account, sign_in, signed_in
from factories.appeals import (
    ANSWERED_AT,
    FILED_AT,
    STANDS,
    another_physician,
    make_appeal,
    supervisor_of,
    with_reviewer,
)
from factories.decided import make_denied
from factories.prior_auth import World, make_world
from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import papers_of
from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db

SIGN_IN = 1

FORM = {
    "client_key": "0123456789abcdef-appeal",
    "channel": "phone",
    "received_on": "11/23/2026",
    "received_time": "9:45 AM",
    "filed_by": "member",
    "filed_by_name": "Mina Member",
    "words": "My leg is weak.",
    "fast": "no",
}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    now_is(monkeypatch, ANSWERED_AT)
    return make_world("MEDI-CAL")


def now_is(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def page_of(appeal: Appeal, act: str = "") -> str:
    return f"/staff/appeals/{appeal.id}/{act}"


def text(browser: Client, address: str) -> str:
    return strip_tags(browser.get(address).content.decode())


def reviewer_at(client: Client, world: World, appeal: Appeal, *, read: bool = True) -> Client:
    reviewer = with_reviewer(world, appeal, read=read)
    sign_in(client, Account.objects.get(name=reviewer.name))
    return client


@pytest.mark.requirement("S001-41")
def test_an_appeal_is_filed_from_the_case_with_its_own_time(world: World) -> None:
    case, desk = make_denied(world), signed_in(Role.INTAKE, world.tenant)
    address = f"/staff/prior-auth/{case.id}/appeal/"
    assert "File an appeal against this" in text(desk, f"/staff/prior-auth/{case.id}/")
    assert desk.get(address).status_code == 200

    answer = desk.post(address, FORM)

    appeal = Appeal.objects.get()
    assert answer.headers["Location"] == page_of(appeal)
    assert (appeal.type, appeal.recorded_at) == ("plan_appeal", ANSWERED_AT)
    assert appeal.received_at < ANSWERED_AT
    assert "Answer the appeal" in text(desk, page_of(appeal))
    assert appeal.number in text(desk, "/staff/worklist/appeals/")
    again = desk.post(address, FORM | {"client_key": "another"})
    assert (again.status_code, Appeal.objects.count()) == (409, 1)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"words": ""}, "in their words"),
        ({"received_on": "11/29/2026"}, "in the future"),
        ({"fast": "asked"}, "Write why waiting could do harm."),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(
    world: World, changed: dict[str, str], sentence: str
) -> None:
    case, desk = make_denied(world), signed_in(Role.INTAKE, world.tenant)

    answer = desk.post(f"/staff/prior-auth/{case.id}/appeal/", FORM | changed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in strip_tags(page)
    assert "Mina Member" in page


def test_the_page_shows_what_the_first_reviewer_had_and_what_is_new(world: World) -> None:
    appeal = make_appeal(world)
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    page = text(desk, page_of(appeal))

    new, _, seen = page.partition("Papers the first reviewer had")
    assert "new note.txt" in new.partition("New since the first decision")[2]
    assert "note.txt" in seen
    assert "new note.txt" not in seen.partition("Who opens a paper")[0]
    assert "No weakness of a leg is documented." in page
    assert "Not met" in page.partition("Criteria as the first review left them")[2]


def test_only_independent_physicians_are_offered(world: World) -> None:
    appeal = make_appeal(world)
    other = make_account(Role.PHYSICIAN, world.tenant, name="Ruth Reviewer")
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    page = desk.get(page_of(appeal, "reviewer/")).content.decode()
    first = Account.objects.get(name="Phil Physician")
    refused = desk.post(page_of(appeal, "reviewer/"), {"reviewer": str(first.id)})
    answer = desk.post(page_of(appeal, "reviewer/"), {"reviewer": str(other.id)})

    assert "Ruth Reviewer" in page
    assert "Phil Physician" not in page
    assert refused.status_code == 422
    appeal.refresh_from_db()
    assert (answer.status_code, appeal.reviewer_id) == (302, other.id)


def test_a_reviewer_takes_the_no_back_on_a_page(world: World, client: Client) -> None:
    appeal = make_appeal(world)
    browser = reviewer_at(client, world, appeal)

    browser.post(page_of(appeal, "overturn/"), {"why": "The new note.", "version": appeal.version})

    appeal.refresh_from_db()
    assert (appeal.state, appeal.request.state) == ("overturned", "approved")
    assert "No taken back" in text(browser, page_of(appeal))


def test_a_reviewer_lets_the_no_stand_only_with_everything_read(
    world: World, client: Client
) -> None:
    appeal = make_appeal(world)
    browser = reviewer_at(client, world, appeal, read=False)
    typed = {
        "ground": "medical_appropriateness",
        "clinical_reason": STANDS.clinical_reason,
        "plain_reason": STANDS.plain_reason,
        "version": appeal.version,
    }

    refused = browser.post(page_of(appeal, "uphold/"), typed)
    assert refused.status_code == 403
    assert "2 not opened by you yet" in refused.content.decode()
    for one in papers_of(appeal):
        assert browser.get(page_of(appeal, f"papers/{one.id}/")).status_code == 200
    answer = browser.post(page_of(appeal, "uphold/"), typed)

    assert answer.status_code == 302
    page = text(browser, page_of(appeal))
    assert "No stands" in page
    assert "State Hearing" in page


def test_an_administrator_writes_down_who_works_under_whom(world: World) -> None:
    appeal = make_appeal(world)
    first = Account.objects.get(name="Phil Physician")
    other = make_account(Role.PHYSICIAN, world.tenant, name="Ruth Reviewer")
    admin = signed_in(Role.OFFICE_ADMIN, world.tenant)
    address = f"/staff/accounts/{other.id}/superior/"
    assert "Phil Physician" in text(admin, address)

    admin.post(address, {"reports_to": str(first.id)})
    circle = admin.post(f"/staff/accounts/{first.id}/superior/", {"reports_to": str(other.id)})

    assert circle.status_code == 422
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    assert "Ruth Reviewer" not in text(desk, page_of(appeal, "reviewer/"))


def test_more_time_is_refused_with_the_reason(world: World) -> None:
    appeal = make_appeal(world)
    desk = signed_in(Role.SUPERVISOR, world.tenant)

    answer = desk.get(page_of(appeal, "extend/"))

    assert answer.status_code == 409
    assert "doubtful" in answer.content.decode()


def test_late_without_paper_and_back_again(world: World) -> None:
    appeal = make_appeal(
        world, received_at=FILED_AT - timedelta(days=1), filed_by="treating_physician"
    )
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    assert "paper that lets this person ask is missing" in text(desk, page_of(appeal))

    desk.post(
        page_of(appeal, "authority/"), {"received_on": "11/24/2026", "received_time": "9:00 AM"}
    )
    fast = {"who": "physician", "why": "Dr. Lim: she may lose strength."}
    desk.post(
        page_of(appeal, "fast/"),
        fast | {"received_on": "11/25/2026", "received_time": "9:00 AM"},
    )
    desk.post(page_of(appeal, "withdraw/"), {"asked_by": "Dr. Lim"})

    appeal.refresh_from_db()
    assert (appeal.authority, appeal.urgency, appeal.state) == ("shown", "expedited", "withdrawn")


def test_an_appeal_about_a_payment_is_filed_answered_and_proven(
    world: World, client: Client
) -> None:
    desk = signed_in(Role.SUPERVISOR, world.tenant)
    address = f"/staff/members/{world.member.id}/payment-appeal/"
    claim = {
        "claim_number": "CL-7",
        "served_on": "09/03/2026",
        "service": "Emergency room visit",
        "provider_name": "Seaside Emergency Group",
        "amount": "1240.00",
        "told_on": "11/02/2026",
        "basis": "EMERGENCY-PAYMENT",
        "fast": "on",
    }
    assert "never handled fast" in text(desk, address)

    filed = desk.post(address, FORM | claim)

    appeal = Appeal.objects.get()
    assert filed.headers["Location"] == page_of(appeal)
    browser = reviewer_at(client, world, appeal)
    assert desk.get(page_of(appeal, "fast/")).status_code == 409
    typed = {"pay_to": "provider", "why": "An emergency.", "version": appeal.version}
    browser.post(page_of(appeal, "pay/"), typed)
    assert appeal.number in text(desk, "/staff/worklist/appeal_to_pay/")
    unproven = desk.post(page_of(appeal, "paid/"), {"paid_on": "11/25/2026"})
    assert (unproven.status_code, "Choose the file." in unproven.content.decode()) == (422, True)
    proof = SimpleUploadedFile("proof.txt", b"Paid by transfer.", content_type="text/plain")
    desk.post(page_of(appeal, "paid/"), {"paid_on": "11/25/2026", "paper": proof})
    assert "Paid on 11/25/2026" in text(desk, page_of(appeal))


def test_a_reviewer_refuses_a_fast_answer_on_a_page(world: World, client: Client) -> None:
    appeal = make_appeal(world, fast=True, received_at=ANSWERED_AT - timedelta(hours=4))
    reviewer = another_physician(world)
    choose_reviewer(
        appeal.id, reviewer_id=reviewer_id(reviewer), by=supervisor_of(world), at=ANSWERED_AT
    )
    sign_in(client, Account.objects.get(name=reviewer.name))
    appeal.refresh_from_db()

    client.post(
        page_of(appeal, "not-fast/"),
        {"why": "Your leg is the same.", "told_how": "", "version": appeal.version},
    )

    assert "Tell the member by voice at once" in text(client, page_of(appeal))


def reviewer_id(reviewer: Actor) -> UUID:
    assert reviewer.id is not None
    return reviewer.id


def test_the_page_and_the_acts_stay_within_their_queries(world: World, client: Client) -> None:
    appeal = make_appeal(world)
    browser = reviewer_at(client, world, appeal)
    browser.get(page_of(appeal))

    with CaptureQueriesContext(connection) as asked:
        browser.get(page_of(appeal))

    assert len(asked) <= 8 + SIGN_IN
