"""A queue shows the most urgent first, page by page, and lets nothing go without an outcome."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.roster import make_actor, make_tenant
from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.office.worklists.items import ItemGone, leave_queue, take
from openmso.office.worklists.models import WorklistItem
from openmso.office.worklists.queries import Filters, how_many_due, page_of

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def fill(tenant: Tenant, count: int, **given: object) -> list[WorklistItem]:
    """Items due one hour after the other, every fifth at the same minute as the one before."""
    return WorklistItem.objects.bulk_create(
        WorklistItem(
            tenant=tenant,
            case_kind="prior_auth",
            case_id=uuid4(),
            case_number=f"PA-{number:04}",
            member_name="Quintero, Alma",
            service="Walker",
            line_of_business="MA",
            urgency="standard",
            received_at=AT,
            due_at=AT + timedelta(hours=number - number % 5 // 4),
            due_rule="RULE",
            opened_at=AT,
            **({"queue": "nurse", "ipa_id": None} | given),
        )
        for number in range(count)
    )


def walk(viewer: Actor, filters: Filters) -> list[UUID]:
    found: list[UUID] = []
    page = page_of(viewer, "nurse", filters)
    while True:
        found += [row["id"] for row in page.rows]
        if page.next is None:
            return found
        page = page_of(viewer, "nurse", filters, after=page.next)


def test_pages_show_every_item_once_in_order_of_time_left() -> None:
    tenant = make_tenant()
    fill(tenant, 83)
    viewer = make_actor(tenant)

    found = walk(viewer, Filters())

    expected = WorklistItem.objects.order_by("due_at", "id").values_list("id", flat=True)
    assert found == list(expected)


def test_the_page_before_is_the_page_one_came_from() -> None:
    tenant = make_tenant()
    fill(tenant, 60)
    viewer = make_actor(tenant)
    first = page_of(viewer, "nurse", Filters())
    assert first.next is not None

    second = page_of(viewer, "nurse", Filters(), after=first.next)
    assert second.previous is not None
    back = page_of(viewer, "nurse", Filters(), before=second.previous)

    assert back.rows == first.rows
    assert back.previous is None


@pytest.mark.requirement("IMP-03")
def test_nobody_sees_the_items_of_another_office() -> None:
    mine, theirs = make_tenant(), make_tenant()
    fill(theirs, 3)

    assert page_of(make_actor(mine), "nurse", Filters()).rows == []


@pytest.mark.requirement("S003-05")
def test_a_person_bound_to_one_ipa_sees_only_its_cases() -> None:
    tenant, ipa = make_tenant(), uuid4()
    fill(tenant, 2, ipa_id=ipa)
    fill(tenant, 3, ipa_id=uuid4())

    viewer = make_actor(tenant, ipa_ids=frozenset({ipa}))
    later = AT + timedelta(days=9)

    assert len(page_of(viewer, "nurse", Filters()).rows) == 2
    assert how_many_due(viewer, "nurse", Filters(), by=later, at=AT) == (2, 0)


def test_a_page_is_one_query_however_long_the_list() -> None:
    tenant = make_tenant()
    fill(tenant, 60)
    viewer = make_actor(tenant)

    with CaptureQueriesContext(connection) as queries:
        page_of(viewer, "nurse", Filters(urgency="standard"))

    assert len(queries) == 1


@pytest.mark.requirement("IMP-12")
def test_nothing_leaves_a_queue_without_an_outcome() -> None:
    tenant = make_tenant()
    (item,) = fill(tenant, 1)

    with pytest.raises(ValueError, match="outcome"):
        leave_queue(item, "", at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorklistItem.objects.filter(id=item.id).update(closed_at=AT)


def test_one_case_lies_on_one_queue() -> None:
    tenant = make_tenant()
    (item,) = fill(tenant, 1)

    item.id, item.queue = uuid4(), "physician"

    with pytest.raises(IntegrityError), transaction.atomic():
        item.save(force_insert=True)


def test_taking_an_item_that_is_gone_says_so() -> None:
    tenant = make_tenant()
    (item,) = fill(tenant, 1)
    WorklistItem.objects.update(closed_at=AT, outcome="approved")
    person = make_actor(tenant)

    with pytest.raises(ItemGone, match="finished"):
        take(item.id, assignee=person, by=person, at=AT)
