"""What the gate needs from outside: an address book, and a carrier for each way.

The roster is the address book; `project/wiring.py` plugs it in, and a carrier per way.
"""

from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a receiver wants to be reached, in which language and format.

    `portal` tells whether the receiver has an account and reads letters there.
    """

    name: str
    lines: tuple[str, ...] = ()
    fax: str = ""
    portal: bool = False
    language: str = "en"
    letter_format: str = "standard"


class AddressBook(Protocol):
    def address_of(self, tenant_id: UUID, receiver_kind: str, receiver_id: UUID) -> Address:
        """Return the present address. Raises LookupError when the receiver is not known."""
        ...


class CarrierFailed(RuntimeError):
    """The carrier did not take it. The sentence says why; it will be tried again."""


class Carrier(Protocol):
    def hand_over(self, *, key: str, address: Address, content: bytes, file_name: str) -> str:
        """Send once per `key` however often it is asked, and return the proof of sending.

        The proof of one key is always the same text. Raises CarrierFailed.
        """
        ...


@dataclass(slots=True)
class Wiring:
    """Filled once at start-up by the project floor.

    `public_address` is where people reach our pages, "https://…"; empty where nobody has said it.
    """

    address_book: AddressBook | None = None
    public_address: str = ""
    carriers: dict[str, Carrier] = field(default_factory=dict)

    def book(self) -> AddressBook:
        if self.address_book is None:
            raise RuntimeError("no address book is plugged in; see project/wiring.py")
        return self.address_book

    def page_of_letter(self, token: str) -> str:
        """Return the short address of a member's letter on a screen; empty without a public one."""
        return f"{self.public_address}/l/{token}/" if self.public_address else ""

    def carrier(self, way: str) -> Carrier:
        try:
            return self.carriers[way]
        except KeyError:
            raise RuntimeError(
                f"no carrier is plugged in for {way}; see project/wiring.py"
            ) from None


wiring = Wiring()
