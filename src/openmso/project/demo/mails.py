"""The mails the demo would have sent: they lie in a folder, and their links can be followed."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.accounts.models import Invitation
from openmso.roster.providers.models import Hospital

FOLDER = "mail"  # below the data folder; settings/demo.py
_ROWS = 20
_BETWEEN = b"-" * 79


@dataclass(frozen=True, slots=True)
class Mail:
    to: str
    subject: str
    body: str


def mails_of(viewer: Actor) -> list[Mail]:
    """Return the newest twenty mails to people of the viewer's office."""
    found: list[Mail] = []
    for mail in _newest_first(Path(settings.DATA_DIR) / FOLDER):
        if _is_ours(mail.to, viewer):
            found.append(mail)
        if len(found) == _ROWS:
            break
    return found


def _newest_first(folder: Path) -> list[Mail]:
    files = sorted(folder.glob("*.log"), reverse=True) if folder.is_dir() else []
    return [_read(part) for file in files[: 5 * _ROWS] for part in _parts(file)]


def _parts(file: Path) -> list[bytes]:
    return [part for part in file.read_bytes().split(_BETWEEN) if part.strip()]


def _read(raw: bytes) -> Mail:
    message = message_from_bytes(raw.lstrip(), policy=policy.default)
    body = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    return Mail(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        body=str(body.get_content()) if body else "",
    )


def _is_ours(email: str, viewer: Actor) -> bool:
    to = {"tenant_id": viewer.tenant_id, "email": email}
    return (
        Account.objects.filter(**to).exists()
        or Invitation.objects.filter(**to).exists()
        or Hospital.objects.filter(tenant_id=viewer.tenant_id, contact_email=email).exists()
    )
