"""The demo's own pages: sign-ins with codes, the clock and the outbox, in a demo folder only."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client, override_settings
from django.urls import clear_url_caches, include, path

from factories.access import make_account, sign_in
from factories.invitations import make_invitation
from factories.roster import make_tenant
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.office.accounts.jobs import send_invitation
from openmso.office.outbound.models import Dispatch
from openmso.office.tenants.models import Tenant
from openmso.project import urls as project_urls
from openmso.project.demo.views import desk
from openmso.project.wiring import exchange_folder

pytestmark = pytest.mark.django_db
PAGES = (path("demo/", include("openmso.project.demo.urls")), *project_urls.urlpatterns)
AT = datetime(2026, 11, 24, 19, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _demo_folder(tmp_path: Path) -> Iterator[None]:
    with override_settings(ROOT_URLCONF=PAGES, DEMO_DATA_DIR=tmp_path, DATA_DIR=tmp_path):
        yield
    clear_url_caches()


def client_of(role: Role, tenant: Tenant | None = None) -> Client:
    client = Client()
    sign_in(client, make_account(role, tenant or make_tenant()))
    return client


def sent_piece(tenant: Tenant) -> Dispatch:
    """A letter that lies with the mail house."""
    dispatch = Dispatch.objects.create(
        tenant=tenant,
        case_kind="prior_auth",
        case_id=uuid4(),
        letter_id=uuid4(),
        what="approval",
        file_name="approval.pdf",
        content_sha256="0" * 64,
        about_member_id=uuid4(),
        receiver_kind="member",
        receiver_id=uuid4(),
        receiver_name="Rosa Delgadillo",
        way="mail",
        state="sent",
        ordered_at=AT,
        sent_at=AT,
        proof="MH-1",
    )
    folder = exchange_folder("mail")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{dispatch.id}.pdf").write_bytes(b"%PDF-1.7")
    return dispatch


def test_everybody_s_sign_in_is_shown_before_anybody_has_signed_in() -> None:
    page = Client().get("/demo/")

    assert page.status_code == 200
    assert "demo-kobayashi-2026" in page.text
    assert "Ahead 3 days" not in page.text
    assert "no-store" in page["Cache-Control"]


def test_staff_push_the_clock_with_a_button() -> None:
    before = clock.now()

    answer = client_of(Role.NURSE).post("/demo/clock/", {"by": "3d"})

    assert answer.status_code == 302
    assert timedelta(days=3) <= clock.now() - before < timedelta(days=3, minutes=5)


@pytest.mark.parametrize("by", ["", "-3d", "999d", "<b>"])
def test_the_clock_moves_by_the_offered_lengths_only(by: str) -> None:
    before = clock.now()

    answer = client_of(Role.NURSE).post("/demo/clock/", {"by": by})

    assert answer.status_code == 302
    assert clock.now() - before < timedelta(minutes=5)


def test_a_look_at_the_address_of_the_button_pushes_nothing() -> None:
    assert client_of(Role.NURSE).get("/demo/clock/").status_code == 405


@pytest.mark.parametrize("role", [Role.PRACTICE, Role.MEMBER])
def test_the_clock_and_the_outbox_are_for_staff(role: Role) -> None:
    tenant = make_tenant()
    given = {"practice_id" if role is Role.PRACTICE else "member_id": uuid4()}
    client = Client()
    sign_in(client, make_account(role, tenant, **given))

    assert client.post("/demo/clock/", {"by": "3d"}).status_code == 403
    assert client.get("/demo/outbox/").status_code == 403


def test_the_outbox_shows_what_the_own_office_sent() -> None:
    tenant = make_tenant()
    own, foreign = sent_piece(tenant), sent_piece(make_tenant())

    client = client_of(Role.NURSE, tenant)

    page = client.get("/demo/outbox/")
    assert str(own.id) in page.text
    assert str(foreign.id) not in page.text
    assert client.get(f"/demo/outbox/{own.id}/")["Content-Type"] == "application/pdf"
    assert client.get(f"/demo/outbox/{foreign.id}/").status_code == 404
    assert client.get(f"/demo/outbox/{uuid4()}/").status_code == 404


def test_a_mail_can_be_read_and_its_link_followed_by_the_own_office_only(tmp_path: Path) -> None:
    admin = make_account(Role.OFFICE_ADMIN)
    invitation = make_invitation(admin)
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.filebased.EmailBackend",
        EMAIL_FILE_PATH=tmp_path / "mail",
    ):
        send_invitation(str(invitation.tenant_id), str(invitation.id), "http://testserver/")

    ours = client_of(Role.NURSE, admin.tenant).get("/demo/outbox/").text
    theirs = client_of(Role.NURSE).get("/demo/outbox/").text

    link = re.search(r'href="http://testserver(/invitation/[^"]+)"', ours)
    assert link
    assert "Open your account" in Client().get(link[1]).text
    assert invitation.email not in theirs


def test_a_real_office_has_no_such_page() -> None:
    assert not any("demo/" in str(page.pattern) for page in project_urls.urlpatterns)
    assert desk.access_rule == "public"
