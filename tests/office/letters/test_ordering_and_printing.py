"""A letter is ordered with its case, printed once, kept, and handed to the gate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from django.test import override_settings

from factories.roster import make_actor, make_tenant
from openmso.office.access.actor import Actor
from openmso.office.content.models import ContactLine
from openmso.office.documents.store import read
from openmso.office.letters import jobs
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.page_token import in_groups
from openmso.office.letters.queries import letter_called, letters_of, letters_waiting
from openmso.office.letters.specimens import specimen
from openmso.office.outbound.interfaces import Address, wiring
from openmso.office.outbound.models import Dispatch
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.action import action
from openmso.office.timeline.models import CaseEvent

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
SINCE = date(2026, 1, 1)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    case_kind: str
    id: UUID
    tenant_id: UUID


class Book:
    """Everybody lives at one address and reads Spanish."""

    def __init__(self, language: str = "es", letter_format: str = "standard") -> None:
        self.language, self.letter_format = language, letter_format

    def address_of(self, tenant_id: UUID, receiver_kind: str, receiver_id: UUID) -> Address:
        return Address(
            name="Rosa Delgado Fuentes",
            lines=("118 Example Street", "Los Angeles, CA 90000"),
            portal=receiver_kind == "practice",
            language=self.language,
            letter_format=self.letter_format,
        )


@pytest.fixture
def tenant() -> Tenant:
    tenant = make_tenant()
    for purpose in ("member_services", "utilization_management", "grievances", "language_help"):
        ContactLine.objects.create(
            tenant=tenant,
            purpose=purpose,
            label=purpose.replace("_", " ").capitalize(),
            label_es="Servicios",
            voice="213-555-0142",
            from_on=SINCE,
        )
    return tenant


@pytest.fixture(autouse=True)
def _known_people() -> Iterator[None]:
    with patch.object(wiring, "address_book", Book()), patch.object(jobs, "now", lambda: AT):
        yield


def order(
    tenant: Tenant, kind: Kind = Kind.APPROVAL, reader: Reader = Reader.MEMBER, language: str = "en"
) -> OrderedLetter:
    case = Case("prior_auth", uuid4(), tenant.id)
    fields = specimen(kind, reader, language=language).fields
    by = make_actor(tenant)

    @action
    def decide(by: Actor) -> OrderedLetter:
        return order_letter(
            case,
            kind=kind,
            reader=reader,
            fields=fields,
            about_member_id=uuid4(),
            receiver_id=uuid4(),
            plan_id=None,
            by=by,
            at=AT,
        )

    with patch("openmso.office.letters.actions.order_letter.enqueue") as enqueued:
        letter = decide(by)
    assert enqueued.call_args.kwargs == {"tenant_id": tenant.id, "letter_id": letter.id}
    return letter


def print_it(letter: OrderedLetter) -> OrderedLetter:
    jobs.render(str(letter.id))
    letter.refresh_from_db()
    return letter


def events_of(letter: OrderedLetter) -> list[str]:
    return list(
        CaseEvent.objects.filter(case_id=letter.case_id)
        .order_by("recorded_at", "line")
        .values_list("name", flat=True)
    )


@pytest.mark.requirement("IMP-06")
def test_an_ordered_letter_waits_with_language_and_format_of_its_reader(tenant: Tenant) -> None:
    letter = order(tenant, language="es")

    assert (letter.state, letter.language, letter.letter_format) == ("ordered", "es", "standard")
    assert letter.content["letterhead"]["lines"][0]["phone"] == "213-555-0142"
    assert letters_of(tenant.id, letter.case_id) == [letter]
    assert events_of(letter) == ["letter.ordered"]


def test_a_printed_letter_is_kept_with_the_case_under_its_hash(tenant: Tenant) -> None:
    letter = print_it(order(tenant, language="es"))

    assert letter.state == "printed"
    assert letter.document is not None
    assert read(letter.document.sha256).startswith(b"%PDF")
    assert letter.document.case_id == letter.case_id
    assert "letter.printed" in events_of(letter)
    assert letters_waiting(viewer=make_actor(tenant)) == []


def test_printing_twice_prints_once(tenant: Tenant) -> None:
    letter = print_it(order(tenant, language="es"))
    first = letter.document_id

    again = print_it(letter)

    assert again.document_id == first
    assert Dispatch.objects.filter(letter_id=letter.id).count() == 1
    assert events_of(letter).count("letter.printed") == 1


def test_a_printer_killed_before_it_could_record_starts_over(tenant: Tenant) -> None:
    letter = order(tenant, language="es")

    with (
        patch.object(jobs, "record_printed", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        jobs.render(str(letter.id))

    assert print_it(letter).state == "printed"


def test_a_practice_reads_its_copy_in_the_portal(tenant: Tenant) -> None:
    letter = print_it(order(tenant, Kind.DENIAL, Reader.PROVIDER))

    assert Dispatch.objects.get(letter_id=letter.id).way == "portal"


def test_a_letter_whose_official_form_is_not_loaded_waits_for_a_person(tenant: Tenant) -> None:
    letter = print_it(order(tenant, Kind.DENIAL, language="es"))

    assert letter.official_missing == ["cms_10003", "nondiscrimination_notice"]
    assert not Dispatch.objects.filter(letter_id=letter.id).exists()
    assert letters_waiting(viewer=make_actor(tenant)) == [letter]


def test_only_a_demo_lets_it_leave_without_the_form(tenant: Tenant) -> None:
    letter = order(tenant, Kind.DENIAL, language="es")

    with override_settings(LETTERS_MAY_LEAVE_WITHOUT_OFFICIAL_WORDING=True):
        print_it(letter)

    assert Dispatch.objects.filter(letter_id=letter.id).exists()


def test_a_letter_that_cannot_be_printed_says_why(tenant: Tenant) -> None:
    ContactLine.objects.filter(tenant=tenant, purpose="member_services").delete()

    letter = print_it(order(tenant, language="es"))

    assert letter.state == "failed"
    assert "no contact line for member_services" in letter.problem
    assert letters_waiting(viewer=make_actor(tenant)) == [letter]


def test_changed_content_is_not_printed(tenant: Tenant) -> None:
    letter = order(tenant, language="es")
    letter.content["addressee"]["name"] = "Somebody Else"
    letter.save()

    assert print_it(letter).state == "failed"
    assert "fingerprint" in letter.problem


def test_a_member_who_reads_vietnamese_is_owed_a_translation(tenant: Tenant) -> None:
    with patch.object(wiring, "address_book", Book(language="vi")):
        letter = print_it(order(tenant))

    assert (letter.language, letter.translation_owed) == ("vi", "vi")
    assert letters_waiting(viewer=make_actor(tenant)) == [letter]
    assert Dispatch.objects.filter(letter_id=letter.id).exists()


def test_a_letter_of_another_office_is_not_found(tenant: Tenant) -> None:
    letter = order(tenant, language="es")

    with pytest.raises(OrderedLetter.DoesNotExist):
        letter_called(letter.id, viewer=make_actor(make_tenant()))


class PortalBook(Book):
    """Everybody has an account."""

    def address_of(self, tenant_id: UUID, receiver_kind: str, receiver_id: UUID) -> Address:
        return replace(super().address_of(tenant_id, receiver_kind, receiver_id), portal=True)


@pytest.fixture
def _reached_at() -> Iterator[None]:
    with patch.object(wiring, "public_address", "https://portal.example"):
        yield


@pytest.mark.usefixtures("_reached_at")
def test_a_member_with_an_account_is_told_where_to_read_the_letter(tenant: Tenant) -> None:
    with patch.object(wiring, "address_book", PortalBook()):
        letter = order(tenant)

    printed = letter.content["page_address"]
    assert printed == f"https://portal.example/l/{in_groups(letter.page_token)}/"
    assert str(letter.id) not in printed


@pytest.mark.usefixtures("_reached_at")
def test_a_member_without_an_account_is_not_sent_to_a_sign_in(tenant: Tenant) -> None:
    assert order(tenant).content["page_address"] == ""


def test_without_a_public_address_none_is_printed(tenant: Tenant) -> None:
    with patch.object(wiring, "address_book", PortalBook()):
        assert order(tenant).content["page_address"] == ""


@pytest.mark.usefixtures("_reached_at")
def test_a_copy_to_a_practice_carries_no_address(tenant: Tenant) -> None:
    with patch.object(wiring, "address_book", PortalBook()):
        copy = order(tenant, Kind.APPROVAL, Reader.PROVIDER)

    assert (copy.page_token, copy.content["page_address"]) == ("", "")
