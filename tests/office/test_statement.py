"""A statement answers as its queryset would, and writes its text once."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import QuerySet, Value
from django.test.utils import CaptureQueriesContext

from factories.roster import make_ipa, make_tenant
from openmso.office.statement import is_any, statement
from openmso.roster.plans.models import Ipa

pytestmark = pytest.mark.django_db


@statement
def _by_key(tenant_id: UUID, keys: list[str]) -> QuerySet[Ipa]:
    return (
        Ipa.objects.filter(is_any("key", keys), tenant_id=tenant_id)
        .select_related("tenant")
        .annotate(seen=Value(1))
        .order_by("key")
    )


@statement
def _names(tenant_id: UUID, key: str | None) -> QuerySet[Ipa, tuple[str, str]]:
    ipas = Ipa.objects.filter(tenant_id=tenant_id)
    if key is not None:
        ipas = ipas.filter(key=key)
    return ipas.order_by("key").values_list("key", "name")


def test_rows_are_what_the_queryset_yields() -> None:
    office = make_tenant()
    north, south = (make_ipa(office, key=key, name=key.title()) for key in ("north", "south"))
    make_ipa(make_tenant(), key="north", name="Another office's")

    found = _by_key(office.id, ["north", "south", "west"])

    assert found == [north, south]
    assert found[0].address == Ipa.objects.get(id=north.id).address
    assert vars(found[0])["seen"] == 1
    with CaptureQueriesContext(connection) as asked:
        assert found[0].tenant == office
    assert len(asked) == 0


def test_values_change_and_the_text_does_not() -> None:
    one, other = make_tenant(), make_tenant()
    make_ipa(one, key="a", name="A")
    make_ipa(other, key="b", name="B")

    assert _names(one.id, "a") == [("a", "A")]
    assert _names(tenant_id=other.id, key="b") == [("b", "B")]
    assert _names(one.id, "b") == []


def test_an_argument_that_is_none_has_a_text_of_its_own() -> None:
    office = make_tenant()
    for key in ("a", "b"):
        make_ipa(office, key=key, name=key.upper())

    assert _names(office.id, "b") == [("b", "B")]
    assert _names(office.id, None) == [("a", "A"), ("b", "B")]
    assert _names(office.id, "a") == [("a", "A")]


def test_a_list_of_any_length_fits() -> None:
    office = make_tenant()
    ipa = make_ipa(office, key="a", name="A")

    assert _by_key(office.id, []) == []
    assert _by_key(office.id, [f"k{n}" for n in range(300)] + ["a"]) == [ipa]


def test_what_people_type_is_never_part_of_the_text() -> None:
    office = make_tenant()
    make_ipa(office, key="a", name="A")

    assert _names(office.id, "a' OR '1'='1") == []
    assert _names(office.id, "%s") == []


def test_it_is_one_query() -> None:
    with CaptureQueriesContext(connection) as asked:
        _names(uuid4(), None)

    assert len(asked) == 1


def test_an_argument_that_is_left_out_has_its_usual_value() -> None:
    office = make_tenant()
    make_ipa(office, key="a", name="A")
    make_ipa(office, key="b", name="B")

    assert _some_names(office.id) == ["A", "B"]
    assert _some_names(office.id, "b") == ["B"]
    assert _some_names(office.id) == ["A", "B"]


@statement
def _some_names(tenant_id: UUID, key: str | None = None) -> QuerySet[Ipa, str]:
    ipas = Ipa.objects.filter(tenant_id=tenant_id)
    if key is not None:
        ipas = ipas.filter(key=key)
    return ipas.order_by("key").values_list("name", flat=True)


def test_a_statement_can_stand_inside_another_question() -> None:
    office = make_tenant()
    for key in ("a", "b", "c"):
        make_ipa(office, key=key, name=key.upper())

    counted = _names.inside("SELECT count(*) FILTER (WHERE key > %s) FROM ({rows}) AS found", "a")

    assert counted(office.id, "b") == [(1,)]
    assert counted(office.id, None) == [(2,)]
