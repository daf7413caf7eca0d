"""Recomputes everything under an office's seals and names what does not fit, in its place.

It reads and changes nothing. Faults come in the order of the seals, then rows that no seal knows,
then what a head kept elsewhere shows.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from openmso.office.keys.signing import PublicKey

from .domain.line import GONE, Line
from .domain.seal import FORM, NOTHING_BEFORE, root_of
from .fault import Fault, Wrong
from .head import Head, statement_of
from .ledgers import LEDGERS
from .models import Seal
from .unknown_rows import rows_no_seal_knows, waiting_rows_that_are_gone

_AT_ONCE = 20


@dataclass(slots=True)
class _Chain:
    """What the next seal must be."""

    number: int = 1
    first_line: int = 1
    previous: str = NOTHING_BEFORE
    kept: Head | None = None
    head_seen: bool = False


def faults(
    tenant_id: UUID, *, keys: Mapping[str, PublicKey], head: Head | None = None
) -> Iterator[Fault]:
    """Yield what is wrong under this office's seals; nothing when all is whole.

    `head` was printed earlier and kept elsewhere. Without it a cut end cannot be seen.
    """
    chain = _Chain(kept=head)
    # Asked first: a row sealed while this runs would otherwise look like one that nobody knows.
    unknown = [*rows_no_seal_knows(tenant_id), *waiting_rows_that_are_gone(tenant_id)]
    for seal in Seal.objects.filter(tenant_id=tenant_id).order_by("number").iterator(_AT_ONCE):
        yield from _faults_of_seal(seal, chain, keys)
        yield from _faults_of_lines(seal)
    yield from unknown
    if head and not chain.head_seen:
        yield Fault(wrong=Wrong.TAIL_CUT, seal=head.statement.number)


def _faults_of_seal(seal: Seal, chain: _Chain, keys: Mapping[str, PublicKey]) -> Iterator[Fault]:
    for number in range(chain.number, seal.number):
        yield Fault(wrong=Wrong.SEAL_GONE, seal=number)
    statement = statement_of(seal)
    key = keys.get(seal.key_id)
    if key is None:
        yield Fault(wrong=Wrong.UNKNOWN_KEY, seal=seal.number)
    elif not _fits_its_signature(seal, key):
        yield Fault(wrong=Wrong.SEAL_CHANGED, seal=seal.number)
    elif seal.number == chain.number and (
        seal.previous != chain.previous or seal.first_line != chain.first_line
    ):
        yield Fault(wrong=Wrong.SEAL_OUT_OF_ORDER, seal=seal.number)
    if chain.kept and chain.kept.statement.number == seal.number:
        chain.head_seen = True
        if chain.kept.statement.digest != statement.digest:
            yield Fault(wrong=Wrong.OTHER_HISTORY, seal=seal.number)
    chain.number = seal.number + 1
    chain.first_line = seal.last_line + 1
    chain.previous = statement.digest


def _fits_its_signature(seal: Seal, key: PublicKey) -> bool:
    lines = _lines(seal)
    statement = statement_of(seal)
    return (
        lines is not None
        and seal.form == FORM
        and root_of(lines) == seal.root
        and len(lines) == seal.last_line - seal.first_line + 1
        and seal.digest == statement.digest
        and key.has_signed(statement.signed_bytes(), seal.signature)
    )


def _faults_of_lines(seal: Seal) -> Iterator[Fault]:
    lines = _lines(seal) or []
    rows = defaultdict(set)
    for line in lines:
        rows[line.ledger].add(line.row_id)
    now = {
        ledger: LEDGERS[ledger].digests(seal.tenant_id, ids)
        for ledger, ids in rows.items()
        if ledger in LEDGERS
    }
    for number, line in enumerate(lines, start=seal.first_line):
        wrong = _wrong_with(line, now.get(line.ledger, {}).get(line.row_id))
        if wrong:
            yield Fault(
                wrong=wrong,
                seal=seal.number,
                line=number,
                ledger=line.ledger,
                row_id=line.row_id,
            )


def _wrong_with(line: Line, digest_now: str | None) -> Wrong | None:
    if line.digest == GONE:
        return Wrong.GONE_EARLY
    if digest_now is None:
        return Wrong.GONE
    return None if digest_now == line.digest else Wrong.CHANGED


def _lines(seal: Seal) -> list[Line] | None:
    """Return the lines of a stored seal, or None when somebody left nothing readable there."""
    try:
        return [
            Line(ledger=str(ledger), row_id=UUID(row_id), digest=str(digest))
            for ledger, row_id, digest in seal.lines
        ]
    except (TypeError, ValueError, AttributeError):
        return None
