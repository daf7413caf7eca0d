"""Rows of one statement are stored as `save` would store them."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.roster import make_tenant
from openmso.office.new_rows import add_rows, written_together
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent, Deadline

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 22, 17, 45, 1, 234567, tzinfo=UTC)


def _line(tenant: Tenant, line: int = 0, **details: object) -> CaseEvent:
    return CaseEvent(
        tenant=tenant,
        case_kind="prior_auth",
        case_id=uuid4(),
        name="prior_auth.received",
        happened_at=AT,
        recorded_at=AT,
        line=line,
        actor_name="Åsa Quinn-O'Neill",
        actor_kind="staff",
        details=details,
    )


def _deadline(tenant: Tenant, **given: object) -> Deadline:
    facts = {
        "tenant": tenant, "case_kind": "prior_auth", "case_id": tenant.id, "purpose": "decide",
        "rule_id": "R", "question": "q", "authority": "a", "citation": "c", "verified": "read",
        "edition": "e", "starts_with": "received", "started_at": AT, "due_at": AT,
        "governs": True, "working": ["one line"],
    }  # fmt: skip
    return Deadline(**(facts | given))


def _values(row: CaseEvent) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_what_is_read_back_is_what_was_written() -> None:
    tenant = make_tenant()
    rows = [_line(tenant, 0, said="50 % {}", list=[1, None, "é"]), _line(tenant, 1)]

    with CaptureQueriesContext(connection) as asked:
        add_rows(rows)

    assert len(asked) == 1
    for row in rows:
        assert _values(CaseEvent.objects.get(id=row.id)) == _values(row)
        assert not row._state.adding


def test_the_text_holds_for_other_rows_of_the_table() -> None:
    tenant = make_tenant()
    for _ in range(3):
        add_rows([_line(tenant), _line(tenant)])

    assert CaseEvent.objects.filter(tenant=tenant).count() == 6


def test_no_rows_ask_nothing() -> None:
    with CaptureQueriesContext(connection) as asked:
        add_rows([])

    assert len(asked) == 0


def test_a_unique_key_still_refuses() -> None:
    tenant = make_tenant()
    twice = [_deadline(tenant), _deadline(tenant)]

    with pytest.raises(IntegrityError), transaction.atomic():
        add_rows(twice)
    add_rows(twice[:1])

    assert Deadline.objects.get(tenant=tenant).working == ["one line"]


def test_rows_of_several_tables_go_in_one_statement() -> None:
    tenant = make_tenant()

    with CaptureQueriesContext(connection) as asked, written_together():
        add_rows([_line(tenant, 0)])
        add_rows([_deadline(tenant)])
        add_rows([_line(tenant, 1)])

    assert len(asked) == 1
    assert CaseEvent.objects.filter(tenant=tenant).count() == 2
    assert Deadline.objects.get(tenant=tenant).working == ["one line"]


def test_a_question_in_between_finds_what_was_added() -> None:
    tenant = make_tenant()

    with written_together():
        add_rows([_line(tenant)])
        assert CaseEvent.objects.filter(tenant=tenant).count() == 1


def test_a_row_is_stored_as_it_was_when_it_was_added() -> None:
    tenant = make_tenant()
    deadline = _deadline(tenant)

    with written_together():
        add_rows([deadline])
        deadline.purpose = "acknowledge"

    assert Deadline.objects.get(tenant=tenant).purpose == "decide"


def test_after_an_error_nothing_is_written() -> None:
    tenant = make_tenant()

    def half_done() -> None:
        with written_together():
            add_rows([_line(tenant)])
            raise LookupError

    with CaptureQueriesContext(connection) as asked, pytest.raises(LookupError):
        half_done()

    assert len(asked) == 0


def test_a_part_that_is_taken_back_takes_only_its_own_rows_back() -> None:
    tenant = make_tenant()

    with written_together():
        add_rows([_line(tenant, 0)])
        with pytest.raises(IntegrityError), transaction.atomic():
            add_rows([_deadline(tenant), _deadline(tenant)])
        add_rows([_line(tenant, 2)])

    assert Deadline.objects.filter(tenant=tenant).count() == 0
    assert list(CaseEvent.objects.filter(tenant=tenant).values_list("line", flat=True)) == [0, 2]
