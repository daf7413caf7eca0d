"""A page that anybody can open a million times leaves nothing in the process that made it."""

import gc
from collections.abc import Iterator

import pytest
from django.test import Client

from factories.published_decisions import decision, load
from factories.roster import make_tenant
from openmso.channels.ui.forms import Form

pytestmark = pytest.mark.django_db

WITH_A_FORM = (
    "/what-can-i-do/?coverage=medicare_advantage",
    "/what-reviewers-decide/?q=back+pain",
    "/rulebook/?q=72+hours",
    "/rulebook/MA-OD-EXP-72H/?on=03%2F06%2F2026&at=5pm&zone=America%2FLos_Angeles",
)
"""Pages whose forms ask what the rules, the tables and the language of the page say."""


@pytest.fixture(autouse=True)
def _an_office_with_a_decision() -> None:
    load(make_tenant(), decision(100))


@pytest.mark.parametrize("address", WITH_A_FORM)
def test_a_page_asked_for_again_leaves_no_kind_of_form(client: Client, address: str) -> None:
    _opened(client, address)
    kinds = _kinds_of_form()
    for _again in range(3):
        _opened(client, address)
    assert _kinds_of_form() == kinds


def _opened(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def _kinds_of_form() -> int:
    gc.collect()
    return sum(1 for _kind in _below(Form))


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
