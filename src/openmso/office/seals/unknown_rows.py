"""Rows beside the seals: in a ledger without a seal, or waiting for one and gone.

Each question is one statement, so that it sees the ledger, the seals and the waiting list as they
were at one moment while the office goes on working.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

from .fault import Fault, Wrong
from .ledgers import LEDGERS, Ledger

_MOST = 1000

_UNKNOWN = """
    SELECT row.id, row.{when} FROM {ledger} row
     WHERE row.tenant_id = %(tenant)s
       AND NOT EXISTS (SELECT 1 FROM unsealed_row waiting
                        WHERE waiting.tenant_id = %(tenant)s AND waiting.row_id = row.id)
       AND NOT EXISTS (SELECT 1
                         FROM (SELECT entry ->> 1 AS id
                                 FROM seal, LATERAL jsonb_array_elements(
                                      CASE jsonb_typeof(lines) WHEN 'array' THEN lines END) entry
                                WHERE tenant_id = %(tenant)s) sealed
                        WHERE sealed.id = row.id::text)
     ORDER BY row.{when}, row.id
     LIMIT %(most)s
"""
_GONE = """
    SELECT waiting.row_id FROM unsealed_row waiting
     WHERE waiting.tenant_id = %(tenant)s AND waiting.ledger = %(ledger)s
       AND NOT EXISTS (SELECT 1 FROM {ledger} row WHERE row.id = waiting.row_id)
     ORDER BY waiting.id
     LIMIT %(most)s
"""


def rows_no_seal_knows(tenant_id: UUID) -> Iterator[Fault]:
    """Yield the rows that were put in past the waiting list, or whose seal was removed."""
    for ledger in LEDGERS.values():
        for row_id, dated in _ask(_UNKNOWN, ledger, tenant_id):
            yield Fault(wrong=Wrong.NEVER_SEALED, ledger=ledger.name, row_id=row_id, dated=dated)


def waiting_rows_that_are_gone(tenant_id: UUID) -> Iterator[Fault]:
    """Yield the rows that were removed before the sealer came to them."""
    for ledger in LEDGERS.values():
        for (row_id,) in _ask(_GONE, ledger, tenant_id):
            yield Fault(wrong=Wrong.WAITING_GONE, ledger=ledger.name, row_id=row_id)


def _ask(question: str, ledger: Ledger, tenant_id: UUID) -> list[Any]:
    text = sql.SQL(question).format(
        ledger=sql.Identifier(ledger.name), when=sql.Identifier(ledger.when)
    )
    values: dict[str, Any] = {"tenant": tenant_id, "ledger": ledger.name, "most": _MOST}
    with connection.cursor() as cursor:
        cursor.execute(text.as_string(connection.connection), values)
        rows: list[Any] = cursor.fetchall()
    return rows
