"""The yearly public figures: a page for everybody, in both languages, and two files."""

import csv
import json
from hashlib import sha256
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from factories.decisions import DECIDED_AT, answer_points, nurse_of
from factories.prior_auth import MRI, World, make_request, make_world
from factories.remedies import without_names
from factories.reports import make_run
from factories.roster import make_tenant
from openmso.casework.prior_auth.actions.approve import approve
from openmso.office.letters.reading_level import reading_grade
from openmso.oversight.reports.definitions import definition
from public_pages import main_words, page_in

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-31")]

ADDRESS = "/prior-authorization-figures/"
MOST_GRADE = 6.0


@pytest.fixture
def world() -> World:
    """An office whose one plan approved twelve requests."""
    world = make_world(tenant=make_tenant(key="a-first-office"))
    nurse = nurse_of(world)
    for _ in range(12):
        case = make_request(world)
        answer_points(case, nurse, p1="met", p2="met")
        approve(case.id, by=nurse, at=DECIDED_AT)
    return world


def test_nobody_has_to_sign_in_to_read_how_often_a_plan_said_yes(
    client: Client, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    run = make_run(world, "public_metrics")

    with django_assert_max_num_queries(6):
        words = main_words(page_in(client, ADDRESS))

    assert world.plan.name in words
    assert "Standard requests approved Standard requests that were approved in full. 100.0 %" in (
        words
    )
    assert "24.3 hours" in words
    assert f"{MRI} " in words
    assert run.sha256 in words
    assert "they must be here by March 31, 2027" in words


def test_in_spanish_the_same_numbers_stand_in_plain_words(client: Client, world: World) -> None:
    make_run(world, "public_metrics")

    words = main_words(page_in(client, ADDRESS, "es"))

    assert "Cuántas veces decimos sí o no" in words
    assert "Pedidos normales aprobados por completo. 100.0 %" in words
    assert "Estas cifras no incluyen medicinas." in words
    assert "24.3 horas" in words


def test_what_stands_on_few_people_is_not_on_the_page_nor_in_the_files(
    client: Client, world: World
) -> None:
    make_request(world)
    make_run(world, "public_metrics")

    words = main_words(page_in(client, ADDRESS))
    sheet = client.get(f"{ADDRESS}figures.csv").content.decode()

    rows = {row["measure"]: row for row in csv.DictReader(StringIO(sheet)) if row["label"]}
    assert rows["standard_approved"]["value"] == "100.0"
    assert rows["standard_approved"]["out_of"] == "12"
    assert rows["expedited_decided"]["value"] == "0"
    assert "too few" not in words

    small = make_world(tenant=make_tenant(key="0-even-earlier"))
    case, nurse = make_request(small), nurse_of(small)
    answer_points(case, nurse, p1="met", p2="met")
    approve(case.id, by=nurse, at=DECIDED_AT)
    make_run(small, "public_metrics")
    assert "too few to show" in main_words(page_in(client, ADDRESS))
    assert "100.0" not in client.get(f"{ADDRESS}figures.csv").content.decode()


def test_the_fingerprint_is_that_of_the_file_everybody_can_take(
    client: Client, world: World
) -> None:
    run = make_run(world, "public_metrics")

    file = client.get(f"{ADDRESS}figures.json", {"year": "2026", "edition": "1"})

    assert sha256(file.content).hexdigest() == run.sha256
    assert json.loads(file.content)["lists"]["services"][0][:2] == [world.plan.key, MRI]


def test_before_the_first_year_is_over_there_is_a_sentence_and_no_file(client: Client) -> None:
    make_tenant(key="a-first-office")

    assert "There are no numbers yet." in main_words(page_in(client, ADDRESS))
    assert client.get(f"{ADDRESS}figures.csv").status_code == 404


@pytest.mark.parametrize("asked", [{"year": "1999"}, {"year": "2026", "edition": "2"}])
def test_an_edition_that_does_not_exist_is_not_found(
    client: Client, world: World, asked: dict[str, str]
) -> None:
    make_run(world, "public_metrics")

    assert client.get(ADDRESS, asked).status_code == 404


def test_nobody_s_name_is_in_what_everybody_may_take(client: Client, world: World) -> None:
    make_run(world, "public_metrics")

    everything = page_in(client, ADDRESS) + "".join(
        client.get(f"{ADDRESS}figures.{kind}").content.decode() for kind in ("csv", "json")
    )

    for name in (world.member.family_name, world.practitioner.family_name, "Nora Nurse"):
        assert name not in everything


def test_every_sentence_is_easy_to_read() -> None:
    words = definition("public_metrics")
    sentences = [
        words.sentence["en"],
        *words.limits["en"],
        *(one.counts["en"] for one in words.measures.values()),
        *(one.out_of["en"] for one in words.measures.values() if one.out_of),
    ]

    text = "\n".join(without_names(line) for line in sentences)

    assert reading_grade(text) <= MOST_GRADE
