"""The office under fire with a practice that sends complete requests."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from factories.prior_auth import MRI, World
from faults.insistent_clients import Clients
from faults.office_under_fire import OfficeUnderFire
from hostile.complete_form import ADDRESS, complete_form
from openmso.project.bench.browser import Browser
from openmso.project.bench.throwaway_office import HOST

CLIENTS = 6
NOT_NEEDED = "99213"


@dataclass(frozen=True, slots=True)
class Scene:
    """The office, and a practice of it with a browser and a patient."""

    office: OfficeUnderFire
    world: World
    browser: Browser
    receipt: str

    def form(self, key: str, n: int) -> bytes:
        """A complete request; every third one carries a file, every fourth needs no review."""
        fields = complete_form(
            self.world,
            self.receipt,
            day=datetime.now(UTC).date(),
            client_key=key,
            code=MRI if n % 4 else NOT_NEEDED,
            clinical_summary=f"Pain for three months; the story of {key}.",
        )
        if n % 3:
            return self.browser.post(ADDRESS, fields)
        return self._with_a_file(fields, key.encode())

    def _with_a_file(self, fields: dict[str, Any], content: bytes) -> bytes:
        """The form as a browser sends it with a text file in it."""
        edge = "the-edge-of-the-parts"
        lines = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (fields | {"csrfmiddlewaretoken": self.browser.csrf}).items()
        ]
        lines.append(
            f'--{edge}\r\nContent-Disposition: form-data; name="papers"; filename="note.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        )
        body = "".join(lines).encode() + content + f"\r\n--{edge}--\r\n".encode("ascii")
        head = (
            f"POST {ADDRESS} HTTP/1.1\r\n{self.browser.head}Origin: https://{HOST}\r\n"
            f"Content-Type: multipart/form-data; boundary={edge}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode("ascii") + body

    def clients(self) -> Clients:
        return Clients(self.office.port, self.form, number=CLIENTS)
