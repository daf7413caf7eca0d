"""What is written gets its seal: every row once, numbered without a gap, office by office."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.roster import make_actor, make_tenant
from office.seals.sealed_office import (
    AT,
    SomeCase,
    faults_of,
    seal,
    sealed_office,
    tell,
    write_history,
)
from openmso.office.keys.signing import signing_key
from openmso.office.seals import sealing
from openmso.office.seals.jobs import seal as the_job
from openmso.office.seals.ledgers import LEDGERS
from openmso.office.seals.models import Seal, UnsealedRow
from openmso.office.seals.queries import how_far
from openmso.office.timeline.action import action, record
from openmso.office.timeline.models import CaseEvent

pytestmark = pytest.mark.django_db


def test_lines_are_numbered_without_a_gap_from_seal_to_seal() -> None:
    office = sealed_office(seals=3, lines=5)

    first, second, third = Seal.objects.filter(tenant=office).order_by("number")
    assert [(one.first_line, one.last_line) for one in (first, second, third)] == [
        (1, 6),
        (7, 12),
        (13, 18),
    ]
    assert (second.previous, third.previous) == (first.digest, second.digest)


def test_a_row_waits_in_the_statement_that_writes_it() -> None:
    office = make_tenant()
    case = SomeCase(office.id, office.id)
    by = make_actor(office)

    @action
    def work() -> None:
        record(case, "prior_auth.noted", by=by, at=AT)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        work()

    assert [one["sql"].split()[0] for one in asked.captured_queries] == [
        "SAVEPOINT",
        "INSERT",
        "RELEASE",
    ]
    assert UnsealedRow.objects.filter(tenant=office).count() == 1


def test_many_rows_go_under_several_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MOST_LINES", 4)
    office = make_tenant()
    write_history(office, lines=9)

    assert seal(office) == 10

    assert how_far(office.id).seals == 3
    assert not faults_of(office)


def test_with_nothing_new_no_seal_is_made() -> None:
    office = sealed_office(seals=1)

    assert seal(office) == 0
    assert how_far(office.id).seals == 1


def test_every_office_has_seals_of_its_own() -> None:
    ours, theirs = sealed_office(seals=2), sealed_office(seals=1)

    assert (how_far(ours.id).seals, how_far(theirs.id).seals) == (2, 1)
    assert not faults_of(ours)
    assert not faults_of(theirs)


def test_the_job_seals_what_waits_in_every_office() -> None:
    offices = [make_tenant(), make_tenant()]
    for office in offices:
        write_history(office, lines=2)

    the_job()

    assert [how_far(office.id).lines for office in offices] == [3, 3]
    assert not UnsealedRow.objects.exists()


def test_how_far_tells_since_when_up_to_where_and_what_waits() -> None:
    office = sealed_office(seals=3, lines=5)
    write_history(office, lines=1)

    reach = how_far(office.id)

    assert (reach.since, reach.until) == (AT, AT + timedelta(hours=2))
    assert (reach.lines, reach.seals, reach.waiting) == (18, 3, 2)


@pytest.mark.parametrize("table", ["case_event", "disclosure", "seal"])
@pytest.mark.parametrize(
    "command", ["UPDATE {} SET tenant_id = tenant_id", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_the_office_s_own_role_neither_changes_nor_removes_nor_empties(
    table: str, command: str
) -> None:
    sealed_office(seals=1)
    tell("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
        tell(command.format(table))


def test_a_seal_covers_every_column_of_its_ledgers() -> None:
    for ledger in LEDGERS.values():
        there = {field.attname for field in ledger.model._meta.concrete_fields}

        assert set(ledger.columns) == there, (
            f"{ledger.name}: a new column needs a new form of seal beside the old one, "
            "see office/seals/domain/seal.py"
        )


def test_sealing_keeps_up_with_a_busy_office() -> None:
    office = make_tenant()
    case = SomeCase(office.id, office.id)
    rows = [
        CaseEvent(
            tenant=office,
            case_kind=case.case_kind,
            case_id=case.id,
            name="prior_auth.noted",
            happened_at=AT,
            recorded_at=AT,
            actor_name="Post room",
            actor_kind="system",
        )
        for _ in range(sealing.MOST_LINES)
    ]
    CaseEvent.objects.bulk_create(rows)

    with CaptureQueriesContext(connection) as asked:
        sealing.seal_office(office.id, key=signing_key(), at=AT)

    assert len(asked) <= 2 * 3 + 6  # the round that seals and the one that finds nothing
