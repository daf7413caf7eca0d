"""An action and its line of history stand or fall together."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.roster import make_actor, make_practice, make_tenant
from openmso.office.new_rows import MoreThanOneStatement, add_rows
from openmso.office.timeline.action import (
    ActionOutside,
    NothingRecorded,
    action,
    action_in_one_statement,
    record,
)
from openmso.office.timeline.models import CaseEvent
from openmso.office.timeline.queries import history
from openmso.roster.providers.models import Practice

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
FAXED_AT = datetime(2026, 11, 20, 16, 55, tzinfo=UTC)


@action
def rename(practice: Practice, name: str, *, silent: bool = False) -> None:
    practice.name = name
    practice.save()
    if not silent:
        record(practice, "practice.renamed", by=make_actor(practice.tenant), at=AT, to=name)


@action_in_one_statement
def open_a_branch(practice: Practice, *, do: str = "") -> Practice:
    """Ask, store a row, say so; `do` names what an action of this kind must not do."""
    asked = Practice.objects.get(id=practice.id)
    if do == "change":
        with connection.cursor() as cursor:
            cursor.execute("UPDATE practice SET name = 'After'")
    branch = Practice(tenant=practice.tenant, name=f"{asked.name}, north")
    add_rows([branch])
    if do == "ask late":
        Practice.objects.get(id=practice.id)
    if do != "say nothing":
        record(branch, "practice.opened", by=make_actor(practice.tenant), at=AT)
    if do == "stumble":
        raise ValueError("stopped")
    return branch


@action
def rename_twice(practice: Practice) -> None:
    rename(practice, "First")
    rename(practice, "Second")


def test_an_action_that_records_nothing_is_undone() -> None:
    practice = make_practice(make_tenant(), name="Before")

    with pytest.raises(NothingRecorded, match="rename"):
        rename(practice, "After", silent=True)

    practice.refresh_from_db()
    assert practice.name == "Before"


def test_a_failing_action_leaves_neither_change_nor_history() -> None:
    practice = make_practice(make_tenant(), name="Before")

    @action
    def fail() -> None:
        rename(practice, "After")
        raise ValueError("stopped")

    with pytest.raises(ValueError, match="stopped"):
        fail()

    practice.refresh_from_db()
    assert practice.name == "Before"
    assert history(practice.tenant_id, practice.id) == []


def test_actions_inside_an_action_share_its_transaction_and_their_lines_stay_in_order() -> None:
    practice = make_practice(make_tenant())

    rename_twice(practice)

    assert [line.details["to"] for line in history(practice.tenant_id, practice.id)] == [
        "First",
        "Second",
    ]


def test_what_only_asks_and_adds_rows_is_one_statement_without_a_transaction() -> None:
    practice = make_practice(make_tenant(), name="Main")

    with CaptureQueriesContext(connection) as said:
        branch = open_a_branch(practice)

    assert [one["sql"].split()[0] for one in said] == ["SELECT", "WITH"]
    assert Practice.objects.get(id=branch.id).name == "Main, north"
    assert [line.name for line in history(practice.tenant_id, branch.id)] == ["practice.opened"]


@pytest.mark.parametrize(
    ("do", "refusal"),
    [
        ("change", MoreThanOneStatement),
        ("ask late", MoreThanOneStatement),
        ("say nothing", NothingRecorded),
        ("stumble", ValueError),
    ],
)
def test_one_statement_that_would_be_several_or_says_nothing_stores_nothing(
    do: str, refusal: type[Exception]
) -> None:
    practice = make_practice(make_tenant(), name="Main")

    with pytest.raises(refusal):
        open_a_branch(practice, do=do)

    assert [one.name for one in Practice.objects.filter(tenant=practice.tenant)] == ["Main"]


def test_within_a_larger_action_it_shares_the_transaction() -> None:
    practice = make_practice(make_tenant(), name="Main")

    @action
    def grow() -> None:
        rename(practice, "Grown")
        open_a_branch(practice)
        raise ValueError("stopped")

    with pytest.raises(ValueError, match="stopped"):
        grow()

    assert [one.name for one in Practice.objects.filter(tenant=practice.tenant)] == ["Main"]


def test_when_it_happened_and_when_we_learned_it_are_kept_apart() -> None:
    practice = make_practice(make_tenant())

    @action
    def key_in_the_fax() -> None:
        record(practice, "fax.keyed", by=make_actor(practice.tenant), at=AT, happened_at=FAXED_AT)

    key_in_the_fax()

    (line,) = history(practice.tenant_id, practice.id)
    assert (line.happened_at, line.recorded_at) == (FAXED_AT, AT)


def test_nothing_is_recorded_outside_an_action() -> None:
    practice = make_practice(make_tenant())

    with pytest.raises(ActionOutside):
        record(practice, "practice.renamed", by=make_actor(practice.tenant), at=AT)


@pytest.mark.requirement("S001-50")
@pytest.mark.parametrize("attack", ["update", "delete"])
def test_the_database_refuses_to_change_history(attack: str) -> None:
    practice = make_practice(make_tenant())
    rename(practice, "After")
    lines = CaseEvent.objects.filter(case_id=practice.id)

    with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
        lines.update(name="nothing.happened") if attack == "update" else lines.delete()

    assert lines.get().name == "practice.renamed"


def test_one_office_does_not_see_the_history_of_another() -> None:
    practice = make_practice(make_tenant())
    rename(practice, "After")

    assert history(uuid4(), practice.id) == []
