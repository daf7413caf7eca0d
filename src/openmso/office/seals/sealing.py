"""The sealer: takes the rows that wait, gives them their numbers, and seals them.

The number comes from here and not from the row's own writing: one counter for an office would let
one change of a case wait for another.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmso.office.keys.signing import SigningKey
from openmso.office.tenants.models import Tenant

from .domain.line import GONE, Line
from .domain.seal import NOTHING_BEFORE, Statement, root_of
from .ledgers import LEDGERS
from .models import Seal, UnsealedRow

MOST_LINES = 1000


def seal_all(*, key: SigningKey, at: datetime) -> int:
    """Seal what waits in every office this connection may see; return how many lines that were."""
    waiting = UnsealedRow.objects.order_by().values_list("tenant_id", flat=True).distinct()
    return sum(seal_office(tenant_id, key=key, at=at) for tenant_id in list(waiting))


def seal_office(tenant_id: UUID, *, key: SigningKey, at: datetime) -> int:
    """Seal everything that waits in one office; return how many lines that were.

    Safe to run twice and at the same time: an office's sealers work one after another.
    """
    lines = 0
    while sealed := _seal_some(tenant_id, key=key, at=at):
        lines += sealed
    return lines


@transaction.atomic
def _seal_some(tenant_id: UUID, *, key: SigningKey, at: datetime) -> int:
    Tenant.objects.select_for_update(no_key=True).get(id=tenant_id)
    waiting = list(UnsealedRow.objects.filter(tenant_id=tenant_id).order_by("id")[:MOST_LINES])
    if not waiting:
        return 0
    lines = _lines(tenant_id, waiting)
    before = Seal.objects.filter(tenant_id=tenant_id).defer("lines").order_by("-number").first()
    last = before.last_line if before else 0
    statement = Statement(
        tenant_id=tenant_id,
        number=before.number + 1 if before else 1,
        first_line=last + 1,
        last_line=last + len(lines),
        root=root_of(lines),
        previous=before.digest if before else NOTHING_BEFORE,
        sealed_at=at,
        key_id=key.public.id,
    )
    _write(statement, lines, signature=key.sign(statement.signed_bytes()))
    UnsealedRow.objects.filter(id__in=[row.id for row in waiting]).delete()
    return len(lines)


def _lines(tenant_id: UUID, waiting: Sequence[UnsealedRow]) -> list[Line]:
    ids = defaultdict(list)
    for row in waiting:
        ids[row.ledger].append(row.row_id)
    digests = {name: LEDGERS[name].digests(tenant_id, found) for name, found in ids.items()}
    return [
        Line(
            ledger=row.ledger,
            row_id=row.row_id,
            digest=digests[row.ledger].get(row.row_id, GONE),
        )
        for row in waiting
    ]


def _write(statement: Statement, lines: Sequence[Line], *, signature: str) -> None:
    Seal.objects.create(
        tenant_id=statement.tenant_id,
        number=statement.number,
        form=statement.form,
        first_line=statement.first_line,
        last_line=statement.last_line,
        lines=[[line.ledger, str(line.row_id), line.digest] for line in lines],
        root=statement.root,
        previous=statement.previous,
        sealed_at=statement.sealed_at,
        key_id=statement.key_id,
        digest=statement.digest,
        signature=signature,
    )
