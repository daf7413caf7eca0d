"""A finished letter at the gate, with a mail house and a fax gateway of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch
from uuid import UUID, uuid4

from factories.roster import make_tenant
from openmso.adapters.fax.simulator import FaxSimulator
from openmso.adapters.mail_house.simulator import MailHouseSimulator
from openmso.office.access.actor import Actor
from openmso.office.documents.store import keep
from openmso.office.outbound.actions.send_letter import send_letter
from openmso.office.outbound.interfaces import Address, wiring
from openmso.office.outbound.jobs import send
from openmso.office.outbound.models import Dispatch
from openmso.office.outbound.piece import CaseOfLetter, FinishedLetter
from openmso.office.timeline.models import CaseEvent

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
PAPER = b"%PDF-1.7 the letter"


@dataclass(slots=True)
class Book:
    """Gives the same address for everybody."""

    address: Address

    def address_of(self, tenant_id: UUID, receiver_kind: str, receiver_id: UUID) -> Address:
        return self.address


@dataclass(frozen=True, slots=True)
class PostRoom:
    """One office's gate in a test."""

    tenant_id: UUID
    book: Book
    mail: MailHouseSimulator
    fax: FaxSimulator

    @property
    def by(self) -> Actor:
        return Actor.system("Letter printer", self.tenant_id)

    def give(self, to: str = "member", letter_id: UUID | None = None) -> list[Dispatch]:
        """Give a finished letter to the gate."""
        case = CaseOfLetter("prior_auth", uuid4(), self.tenant_id)
        return send_letter(case, self.letter(to, letter_id), by=self.by, at=AT)

    def letter(self, to: str, letter_id: UUID | None = None) -> FinishedLetter:
        return FinishedLetter(
            letter_id=letter_id or uuid4(),
            what="denial",
            file_name="denial.pdf",
            content_sha256=keep(PAPER),
            about_member_id=uuid4(),
            receiver_kind=to,
            receiver_id=uuid4(),
            receiver_name="Rosa Delgadillo",
            postal_lines=("118 Example Street", "Los Angeles, CA 90000"),
            language="es",
            letter_format=self.book.address.letter_format,
        )

    def run_job(self, dispatch: Dispatch) -> None:
        """Run the job that ordering this sending ordered."""
        event = CaseEvent.objects.get(
            name="letter.handed_to_gate", details__dispatch=str(dispatch.id)
        )
        send(
            tenant_id=str(dispatch.tenant_id),
            case_kind=dispatch.case_kind,
            case_id=str(dispatch.case_id),
            event_id=str(event.id),
        )


@contextmanager
def post_room(folder: Path) -> Iterator[PostRoom]:
    """An office whose mail and faxes land below `folder`."""
    book = Book(Address(name="Rosa Delgadillo", fax="213-555-0119"))
    mail, fax = MailHouseSimulator(folder / "mail"), FaxSimulator(folder / "fax")
    with (
        patch.object(wiring, "address_book", book),
        patch.object(wiring, "carriers", {"mail": mail, "fax": fax}),
        patch("openmso.office.outbound.jobs.clock.now", return_value=AT),
    ):
        yield PostRoom(make_tenant().id, book, mail, fax)


def events_of(dispatch: Dispatch) -> list[str]:
    """Return the names on the case's timeline, in their order."""
    return list(
        CaseEvent.objects.filter(case_id=dispatch.case_id)
        .order_by("recorded_at", "line")
        .values_list("name", flat=True)
    )
