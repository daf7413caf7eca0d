"""Ids of others inside forms, fields that no form has, and steps taken out of turn."""

from collections.abc import Iterator
from datetime import date
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client

from factories.access import sign_in
from factories.prior_auth import MRI
from factories.roster import make_benefit_section
from hostile.addresses import Page, Whose, pages, values_for
from hostile.complete_form import ADDRESS as NEW
from hostile.complete_form import complete_form
from hostile.two_offices import Corner, TwoOffices
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.models import Account
from openmso.office.access.pages import PUBLIC
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role
from openmso.roster.benefits.models import BenefitSection
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member

pytestmark = pytest.mark.requirement("IMP-03")

CANARY = "Zwetschgenbaum"


@pytest.fixture(scope="module")
def theirs(offices: TwoOffices) -> Corner:
    """The other office's corner; its patient bears a name that must never be seen here."""
    Member.objects.filter(id=offices.theirs.world.member.id).update(
        family_name=CANARY, search_family=CANARY.lower(), sort_key=CANARY.lower()
    )
    return offices.theirs


def full_form(corner: Corner, **changed: Any) -> dict[str, Any]:
    """A complete request of a practice, ready to send."""
    form = complete_form(corner.world, corner.receipt, day=date(2026, 12, 1))
    return form | changed


def cases() -> int:
    return AuthorizationRequest.objects.count()


def test_the_form_of_these_tests_is_one_that_is_taken(offices: TwoOffices) -> None:
    client = sign_in(Client(), offices.ours.practice)
    before = cases()

    answer = client.post(NEW, full_form(offices.ours))

    assert (answer.status_code, cases() - before) == (302, 1), answer.context["page"].form.errors


def foreign_ids(theirs: Corner) -> dict[str, str]:
    """The other office's ids under every name that a field of ours has or could have."""
    world = theirs.world
    section = BenefitSection.objects.filter(plan=world.plan).first() or make_benefit_section(
        world.plan, covered=False
    )
    return {
        "member": str(world.member.id),
        "member_id": str(world.member.id),
        "choose": str(world.member.id),
        "member_number": CoverageSpan.objects.get(member=world.member).member_number,
        "number": theirs.open_case.number,
        "receipt": theirs.receipt,
        "practice": str(world.practice.id),
        "practice_id": str(world.practice.id),
        "practitioner": str(world.practitioner.id),
        "practitioner_npi": world.practitioner.npi,
        "servicing_npi": world.practitioner.npi,
        "servicing_practitioner_id": str(world.practitioner.id),
        "other": str(theirs.open_case.id),
        "goes_on": str(theirs.open_case.id),
        "into": str(theirs.open_case.id),
        "document": str(theirs.document_id),
        "document_id": str(theirs.document_id),
        "point-1-document": str(theirs.document_id),
        "talk": str(theirs.talk_id),
        "ipa": str(world.ipa.id),
        "plan": str(world.plan.id),
        "benefit_section": str(section.id),
        "benefit_section_id": str(section.id),
        "criteria_edition_id": str(world.edition.id),
        "assignee": str(theirs.practice.id),
        "tenant": str(world.tenant.id),
        "tenant_id": str(world.tenant.id),
        "family_name": CANARY,
        "birth_date": "03/14/1958",
        "q": CANARY,
        "after": f"2030-01-01T00:00:00+00:00~{theirs.open_case.id}",
    }


def all_forms(offices: TwoOffices) -> dict[str, Any]:
    """Good values for the fields of many forms at once, so that the swapped ids are looked at."""
    return full_form(offices.ours) | {
        "channel": "fax",
        "source": "fax",
        "received_on": "11/20/2026",
        "received_time": "9:45 AM",
        "for_date": "12/01/2026",
        "on": "12/01/2026",
        "code_1": MRI,
        "quantity_1": "1",
        "point-1-answer": "met",
        "why": "Because.",
        "words": "Words.",
        "text": "Text.",
        "asked_by": "The practice",
        "choice": "deny",
        "ground": "not_covered",
        "clinical_reason": "Reason.",
        "plain_reason": "You do not need it.",
        "version": str(offices.ours.open_case.version),
        "step": "send",
    }


def rows_of(tenant_id: UUID) -> list[tuple[str, int]]:
    """Count and fingerprint every row of one office, table by table."""
    found = []
    with connection.cursor() as cursor:
        for table in _tables_with_tenants():
            cursor.execute(
                f"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)"
                f" FROM {table} t WHERE tenant_id = %s",
                [tenant_id],
            )
            found.append((table, *cursor.fetchone()))
    return found


def _tables_with_tenants() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns"
            " WHERE column_name = 'tenant_id' AND table_schema = 'public' ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall()]


def crossings() -> list[str]:
    """Return every reference from a row of one office to a row of another."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT a.relname, ca.attname, b.relname FROM pg_constraint c
              JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
              JOIN pg_attribute ca ON ca.attrelid = a.oid AND ca.attnum = c.conkey[1]
             WHERE c.contype = 'f' AND b.relname <> 'tenant'
               AND a.relname = ANY(%s) AND b.relname = ANY(%s)
            """,
            [_tables_with_tenants()] * 2,
        )
        links = cursor.fetchall()
        found = []
        for table, column, other in links:
            cursor.execute(
                f"SELECT count(*) FROM {table} x JOIN {other} y ON y.id = x.{column}"
                " WHERE x.tenant_id <> y.tenant_id"
            )
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column} -> {other}")
    assert len(links) > 20
    return found


def doors(role: Role) -> Iterator[Page]:
    return (
        page
        for page in pages()
        if page.rule != PUBLIC and Permission(str(page.rule)) in ROLES[role].permissions
    )


@pytest.mark.parametrize("role", list(Role))
def test_an_id_of_another_office_in_any_field_shows_and_touches_nothing(
    offices: TwoOffices, theirs: Corner, role: Role, quiet_logs: None
) -> None:
    client = sign_in(Client(raise_request_exception=False), offices.person(role))
    good, foreign = all_forms(offices), foreign_ids(theirs)
    before = rows_of(theirs.world.tenant.id)
    session = client.cookies["sessionid"].value
    for page in doors(role):
        address = page.address(values_for(offices, role, Whose.OWN))
        for form in swapped(page, good, foreign):
            with transaction.atomic():
                sent = client.post(address, {**form, "client_key": token_urlsafe(18)})
                asked = client.get(address, foreign)
                crossed = crossings() if sent.status_code == 302 else []
                transaction.set_rollback(True)
            client.cookies["sessionid"] = session
            assert max(sent.status_code, asked.status_code) < 500, page.name
            assert not crossed, f"{page.name}: {crossed}"
            for answer in (sent, asked):
                seen = answer.content.decode(errors="replace").replace(f'"{CANARY}"', "")
                assert theirs.world.practice.name not in seen, page.name
                assert f"{CANARY}," not in seen, page.name
                assert f"Alma {CANARY}" not in seen, page.name
    assert rows_of(theirs.world.tenant.id) == before


# Where a form is followed as far as its ids go, they are swapped one at a time too.
_FOLLOWED = ("key_in", "request_new", "prior_auth_join", "prior_auth_point", "member_check")
_FOLLOWED_IDS = (
    "member",
    "receipt",
    "practitioner",
    "practice",
    "other",
    "ipa",
    "point-1-document",
)


def swapped(page: Page, good: dict[str, Any], foreign: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the form with every id swapped, and where it matters with each one alone."""
    yield good | foreign
    if page.name.split(":")[-1] in _FOLLOWED:
        for name in _FOLLOWED_IDS:
            yield good | {name: foreign[name]}


@pytest.mark.parametrize("field", ["receipt", "practitioner"])
def test_a_practice_cannot_send_a_request_with_another_s_patient_or_doctor(
    offices: TwoOffices, theirs: Corner, field: str
) -> None:
    client = sign_in(Client(), offices.ours.practice)
    before = cases()
    for other in (theirs, offices.neighbor):
        value = other.receipt if field == "receipt" else str(other.world.practitioner.id)

        answer = client.post(NEW, full_form(offices.ours, **{field: value}))

        assert answer.status_code == 422
    assert cases() == before


def test_a_practice_does_not_see_what_another_practice_of_the_office_asked(
    offices: TwoOffices,
) -> None:
    client = sign_in(Client(), offices.ours.practice)

    for address in ("/practice/", "/practice/requests/"):
        page = client.get(address).content.decode()
        assert offices.ours.open_case.number in page or address == "/practice/"
        assert offices.neighbor.open_case.number not in page
        assert "Benedicta" not in page


def test_a_letter_to_the_member_is_not_the_practice_s_nor_the_other_way_round(
    offices: TwoOffices,
) -> None:
    practice = sign_in(Client(), offices.ours.practice)
    member = sign_in(Client(), offices.ours.member)

    to_member, to_practice = offices.ours.letters["member"], offices.ours.letters["provider"]

    assert practice.get(f"/practice/letters/{to_member}/").status_code == 404
    assert member.get(f"/member/letters/{to_practice}/").status_code == 404
    assert member.get(f"/member/letters/{to_practice}/paper/").status_code == 404


def test_people_of_one_ipa_see_nothing_of_another_ipa(offices: TwoOffices) -> None:
    from factories.access import make_account
    from factories.roster import make_ipa

    other = make_ipa(offices.ours.world.tenant)
    client = sign_in(
        Client(), make_account(Role.NURSE, offices.ours.world.tenant, ipa_ids=[other.id])
    )
    corner = offices.ours

    for address in (
        f"/staff/prior-auth/{corner.open_case.id}/",
        f"/staff/prior-auth/{corner.open_case.id}/documents/{corner.document_id}/",
        f"/staff/letters/{corner.letters['member']}/",
        f"/staff/letters/{corner.letters['member']}/pdf/",
        f"/staff/members/{corner.world.member.id}/",
        f"/staff/key-in/done/{corner.open_case.id}/",
    ):
        assert client.get(address).status_code == 404, address
    assert client.post(f"/staff/worklist/take/{corner.item_id}/").status_code == 404
    lists = client.get("/staff/worklist/physician/").content + client.get("/staff/letters/").content
    assert corner.open_case.number.encode() not in lists
    assert corner.denied_case.number.encode() not in lists


# --- fields that no form has -----------------------------------------------------------------

EXTRA = {
    "state": "approved",
    "outcome": "approved",
    "version": "99",
    "decided_at": "2020-01-01",
    "authorization_number": "AU-STOLEN",
    "valid_from_on": "2020-01-01",
    "valid_until_on": "2040-01-01",
    "needs_authorization": "",
    "auto_approve": "1",
    "received_at": "2020-01-01T00:00:00Z",
    "recorded_at": "2020-01-01T00:00:00Z",
    "channel": "fax",
    "is_drug": "1",
    "emergency": "1",
    "roles": "physician_reviewer",
    "is_staff": "1",
    "is_superuser": "1",
    "confirmed": "1",
    "missing": "",
    "number": "PA-CHOSEN",
    "id": "00000000-0000-4000-8000-000000000001",
}
_ITS_OWN = {"id", "number", "client_key", "received_at", "recorded_at", "complete_at",
            "likely_duplicate_id", "fingerprint", "tenant_id"}  # fmt: skip


def _row(request_id: str) -> dict[str, Any]:
    return dict(AuthorizationRequest.objects.filter(id=request_id).values().get())


def test_fields_that_no_form_has_change_nothing(offices: TwoOffices, theirs: Corner) -> None:
    client = sign_in(Client(), offices.ours.practice)
    extra = EXTRA | {
        "tenant_id": str(theirs.world.tenant.id),
        "practice_id": str(theirs.world.practice.id),
    }
    account = Account.objects.filter(id=offices.ours.practice.id)
    before = account.values().get()

    plain = client.post(NEW, full_form(offices.ours))
    loaded = client.post(NEW, full_form(offices.ours) | extra)

    one, other = (_row(answer.headers["Location"].split("/")[3]) for answer in (plain, loaded))
    assert {name for name in one if one[name] != other[name]} <= _ITS_OWN
    assert other["tenant_id"] == offices.ours.world.tenant.id
    assert other["number"] != "PA-CHOSEN"
    assert other["received_at"].year >= 2026
    assert account.values().get() == before


# --- steps out of turn -----------------------------------------------------------------------


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MEMBER])
def test_a_closed_case_moves_by_no_form_but_the_one_that_reopens_it(
    offices: TwoOffices, role: Role, quiet_logs: None
) -> None:
    client = sign_in(Client(raise_request_exception=False), offices.person(role))
    closed = offices.ours.denied_case
    session = client.cookies["sessionid"].value
    moved = {}
    for page in doors(role):
        if "request_id" not in page.ids:
            continue
        values = values_for(offices, role, Whose.OWN) | {"request_id": closed.id}
        with transaction.atomic():
            answer = client.post(page.address(values), all_forms(offices))
            state = AuthorizationRequest.objects.values_list("state", flat=True).get(id=closed.id)
            transaction.set_rollback(True)
        client.cookies["sessionid"] = session
        assert answer.status_code < 500, page.name
        if state != State.DENIED:
            moved[page.name] = state

    assert set(moved) == ({"staff:prior_auth_reopen"} if role is Role.SUPERVISOR else set())


def test_a_form_of_an_older_version_of_the_case_decides_nothing(offices: TwoOffices) -> None:
    physician = offices.person(Role.PHYSICIAN)
    client = sign_in(Client(), physician)
    case = offices.ours.open_case

    answer = client.post(
        f"/staff/prior-auth/{case.id}/approve/", {"version": str(case.version - 1)}
    )

    case.refresh_from_db()
    assert (answer.status_code, case.state) == (409, State.WITH_PHYSICIAN)
