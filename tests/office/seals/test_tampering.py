"""Whoever owns the database can change it; the seals say that it happened, and where."""

import json
from collections.abc import Callable
from random import Random
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from office.seals.sealed_office import (
    AT,
    faults_of,
    newest_head,
    owner_of_the_database,
    seal,
    sealed_office,
    tell,
    write_history,
)
from openmso.office.disclosures.models import Disclosure
from openmso.office.keys.signing import SigningKey
from openmso.office.seals.fault import Fault, Wrong
from openmso.office.seals.head import NoHead, read_heads, statement_of, written_down
from openmso.office.seals.models import Seal, UnsealedRow
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent

pytestmark = pytest.mark.django_db

TAMPERINGS = 140
CHANGES = {
    "case_event": (
        "name = name || 'x'",
        "happened_at = happened_at + interval '1 microsecond'",
        "recorded_at = recorded_at - interval '1 second'",
        "line = line + 1",
        "actor_id = gen_random_uuid()",
        "actor_name = 'Somebody Else'",
        "actor_kind = 'system'",
        'details = details || \'{"note": "another one"}\'',
        "details = details - 'note'",
        "case_id = gen_random_uuid()",
        "case_kind = 'appeal'",
    ),
    "disclosure": (
        "receiver_name = ''",
        "way = 'fax'",
        "at = at + interval '1 day'",
        "about_member_id = gen_random_uuid()",
        "receiver_id = gen_random_uuid()",
        "purpose = 'other'",
        "what = what || ' '",
    ),
}


@pytest.mark.requirement("S001-50", "S000-55")
def test_what_nobody_touched_is_whole() -> None:
    office = sealed_office()
    write_history(office, lines=3)

    assert faults_of(office) == []
    assert faults_of(office, head=newest_head(office)) == []


def test_random_tampering_is_always_found_at_its_place() -> None:
    office = sealed_office(seals=6, lines=6)
    head = newest_head(office)
    chance = Random(2026)
    ways = [_change, _delete, _swap, _cut_tail, _change_seal, _delete_seal, _slip_in]

    for n in range(TAMPERINGS):
        tamper = ways[n % len(ways)]
        undo = transaction.savepoint()
        with owner_of_the_database():
            place = tamper(office, chance)
        found = faults_of(office, head=head)
        transaction.savepoint_rollback(undo)

        assert any(place(fault) for fault in found), f"{tamper.__name__} was not found: {found}"


Place = Callable[[Fault], bool]


def _any_line(office: Tenant, chance: Random) -> tuple[int, str, UUID]:
    seal = chance.choice(list(Seal.objects.filter(tenant=office)))
    ledger, row_id, _ = chance.choice(seal.lines)
    return seal.number, ledger, UUID(row_id)


def _change(office: Tenant, chance: Random) -> Place:
    seal, ledger, row_id = _any_line(office, chance)
    tell(f"UPDATE {ledger} SET {chance.choice(CHANGES[ledger])} WHERE id = %s", row_id)
    return lambda fault: (fault.wrong, fault.seal, fault.row_id) == (Wrong.CHANGED, seal, row_id)


def _delete(office: Tenant, chance: Random) -> Place:
    seal, ledger, row_id = _any_line(office, chance)
    tell(f"DELETE FROM {ledger} WHERE id = %s", row_id)
    return lambda fault: (fault.wrong, fault.seal, fault.row_id) == (Wrong.GONE, seal, row_id)


def _swap(office: Tenant, chance: Random) -> Place:
    """Two rows change places: each gets the other's id."""
    one, other = chance.sample(list(CaseEvent.objects.filter(tenant=office)), 2)
    between = uuid4()
    for to, was in ((between, one.id), (one.id, other.id), (other.id, between)):
        tell("UPDATE case_event SET id = %s WHERE id = %s", to, was)
    return lambda fault: fault.wrong == Wrong.CHANGED and fault.row_id in {one.id, other.id}


def _cut_tail(office: Tenant, chance: Random) -> Place:
    """The last seals go with everything they cover, so that what is left fits together."""
    kept = chance.randint(0, 5)
    for one in Seal.objects.filter(tenant=office, number__gt=kept):
        for ledger, row_id, _ in one.lines:
            tell(f"DELETE FROM {ledger} WHERE id = %s", row_id)
    tell("DELETE FROM seal WHERE tenant_id = %s AND number > %s", office.id, kept)
    return lambda fault: fault.wrong == Wrong.TAIL_CUT


def _change_seal(office: Tenant, chance: Random) -> Place:
    """A row is changed, and its seal made to fit it, as far as one can without the key."""
    one = chance.choice(list(Seal.objects.filter(tenant=office)))
    lines = [list(line) for line in one.lines]
    chance.choice(lines)[2] = "0" * 64
    changes = (
        ("lines = %s::jsonb", json.dumps(lines)),
        ("sealed_at = %s", AT.replace(year=2020)),
        ("root = %s", "0" * 64),
        ("previous = %s", "1" * 64),
        ("digest = %s", "2" * 64),
        ("last_line = %s", one.last_line + 1),
        ("lines = %s::jsonb", '{"none": true}'),
    )
    change, value = chance.choice(changes)
    tell(f"UPDATE seal SET {change} WHERE id = %s", value, one.pk)
    return lambda fault: (fault.wrong, fault.seal) == (Wrong.SEAL_CHANGED, one.number)


def _delete_seal(office: Tenant, chance: Random) -> Place:
    number = chance.randint(1, 5)
    tell("DELETE FROM seal WHERE tenant_id = %s AND number = %s", office.id, number)
    return lambda fault: (fault.wrong, fault.seal) == (Wrong.SEAL_GONE, number)


def _slip_in(office: Tenant, chance: Random) -> Place:
    """A row is put in past the waiting list."""
    row = CaseEvent.objects.create(
        tenant=office,
        case_kind="prior_auth",
        case_id=uuid4(),
        name="prior_auth.approved",
        happened_at=AT,
        recorded_at=AT,
        actor_name="Nobody",
        actor_kind="person",
    )
    return lambda fault: (fault.wrong, fault.row_id) == (Wrong.NEVER_SEALED, row.id)


def test_the_first_fault_named_is_the_first_in_the_history() -> None:
    office = sealed_office(seals=3, lines=4)
    second = Seal.objects.get(tenant=office, number=2)
    with owner_of_the_database():
        for place in (3, 1):
            tell("UPDATE case_event SET name = 'x' WHERE id = %s", second.lines[place][1])

    first = faults_of(office)[0]

    assert (first.seal, first.line, str(first.row_id)) == (2, 7, second.lines[1][1])
    assert str(first) == (
        f"seal 2, line 7, case_event {second.lines[1][1]}: was changed after it was sealed."
    )


def test_a_row_removed_before_the_sealer_came_is_missed() -> None:
    office = sealed_office(seals=1)
    write_history(office, lines=2)
    gone = CaseEvent.objects.get(id=_waiting_row(office))
    with owner_of_the_database():
        tell("DELETE FROM case_event WHERE id = %s", gone.id)

    assert [(each.wrong, each.row_id) for each in faults_of(office)] == [
        (Wrong.WAITING_GONE, gone.id)
    ]

    seal(office)

    (fault,) = faults_of(office)
    assert (fault.wrong, fault.seal, fault.row_id) == (Wrong.GONE_EARLY, 2, gone.id)


def _waiting_row(office: Tenant) -> UUID:
    row = UnsealedRow.objects.filter(tenant=office, ledger="case_event").first()
    assert row is not None
    return row.row_id


def test_seals_made_with_another_key_are_found() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    office = sealed_office(seals=2)
    forger = SigningKey(Ed25519PrivateKey.generate())
    with owner_of_the_database():
        for one in Seal.objects.filter(tenant=office):
            signature = forger.sign(statement_of(one).signed_bytes())
            tell(
                "UPDATE seal SET key_id = %s, signature = %s WHERE id = %s",
                forger.public.id,
                signature,
                one.pk,
            )

    assert {fault.wrong for fault in faults_of(office)} == {Wrong.UNKNOWN_KEY}


def test_a_history_written_anew_with_the_real_key_differs_from_the_head() -> None:
    office = sealed_office(seals=3)
    head = newest_head(office)
    with owner_of_the_database():
        tell("UPDATE disclosure SET way = 'portal' WHERE tenant_id = %s", office.id)
        _queue_again(office)
    seal(office)
    write_history(office, lines=1)
    seal(office)

    assert Wrong.TAIL_CUT in {fault.wrong for fault in faults_of(office, head=head)}
    for _ in range(3):
        write_history(office, lines=1)
        seal(office)

    assert faults_of(office) == []
    assert [(each.wrong, each.seal) for each in faults_of(office, head=head)] == [
        (Wrong.OTHER_HISTORY, 3)
    ]


def _queue_again(office: Tenant) -> None:
    tell("DELETE FROM seal WHERE tenant_id = %s", office.id)
    for model in (CaseEvent, Disclosure):
        table = model._meta.db_table
        tell(
            "INSERT INTO unsealed_row (tenant_id, ledger, row_id) "
            f"SELECT tenant_id, '{table}', id FROM {table} WHERE tenant_id = %s",
            office.id,
        )


def test_a_head_survives_being_written_down() -> None:
    office = sealed_office()
    head = newest_head(office)

    assert read_heads(written_down([head])) == {office.id: head}


@pytest.mark.parametrize(
    "forge",
    [
        lambda text: text.replace('"number": 4', '"number": 2'),
        lambda text: text.replace('"signature": "', '"signature": "00'),
        lambda text: "{}",
        lambda text: "not a head",
        lambda text: '{"heads": [1]}',
    ],
)
def test_a_forged_head_is_refused(forge: Callable[[str], str]) -> None:
    text = written_down([newest_head(sealed_office())])

    with pytest.raises(NoHead):
        read_heads(forge(text))
