"""The head: the newest seal of an office, to be kept somewhere else.

A chain of seals cannot show that its end was cut off, or that an old backup was put back. A head
that was kept elsewhere can. It says nothing about anybody, and whoever has it can check it alone.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.keys.signing import PublicKey

from .domain.seal import Statement
from .models import Seal


class NoHead(ValueError):
    """This is no head of ours, or one that somebody changed. The sentence is for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What one seal states, its signature, and the public key that checks it."""

    statement: Statement
    signature: str
    public_key: str

    def is_genuine(self) -> bool:
        """Tell whether the key in the head signed exactly this statement."""
        try:
            key = PublicKey.from_pem(self.public_key.encode())
        except ValueError:
            return False
        return key.id == self.statement.key_id and key.has_signed(
            self.statement.signed_bytes(), self.signature
        )


def statement_of(seal: Seal) -> Statement:
    """Return what a stored seal states."""
    return Statement(
        tenant_id=seal.tenant_id,
        number=seal.number,
        first_line=seal.first_line,
        last_line=seal.last_line,
        root=seal.root,
        previous=seal.previous,
        sealed_at=seal.sealed_at,
        key_id=seal.key_id,
        form=seal.form,
    )


def head_of(tenant_id: UUID, *, keys: dict[str, PublicKey]) -> Head | None:
    """Return the head of one office; None before its first seal. Raises NoHead without its key."""
    newest = Seal.objects.filter(tenant_id=tenant_id).defer("lines").order_by("-number").first()
    if newest is None:
        return None
    if newest.key_id not in keys:
        raise NoHead(f"Seal {newest.number} is signed with a key that is not in the key folder.")
    return Head(
        statement=statement_of(newest),
        signature=newest.signature,
        public_key=keys[newest.key_id].pem().decode(),
    )


def written_down(heads: Iterable[Head]) -> str:
    """Write heads as JSON."""
    plain = [
        json.loads(head.statement.signed_bytes())
        | {"digest": head.statement.digest}
        | {"signature": head.signature, "public_key": head.public_key}
        for head in heads
    ]
    return json.dumps({"heads": plain}, indent=1) + "\n"


def read_heads(text: str) -> dict[UUID, Head]:
    """Read heads as `written_down` wrote them, by office. Raises NoHead, for a forged one too."""
    try:
        heads = [_head(plain) for plain in json.loads(text)["heads"]]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NoHead("This file holds no heads as `openmso audit head` prints them.") from None
    for head in heads:
        if not head.is_genuine():
            raise NoHead(f"The head of seal {head.statement.number} does not fit its signature.")
    return {head.statement.tenant_id: head for head in heads}


def _head(plain: dict[str, object]) -> Head:
    return Head(
        statement=Statement(
            tenant_id=UUID(str(plain["tenant"])),
            number=int(str(plain["number"])),
            first_line=int(str(plain["first_line"])),
            last_line=int(str(plain["last_line"])),
            root=str(plain["root"]),
            previous=str(plain["previous"]),
            sealed_at=datetime.fromisoformat(str(plain["sealed_at"])),
            key_id=str(plain["key"]),
            form=int(str(plain["form"])),
        ),
        signature=str(plain["signature"]),
        public_key=str(plain["public_key"]),
    )
