"""The yearly public figures on appeals and grievances: a page in both languages, and two files."""

import csv
import json
from hashlib import sha256
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from factories.access import signed_in
from factories.appeals import make_appeal
from factories.grievances import make_grievance
from factories.prior_auth import World, make_world
from factories.remedies import without_names
from factories.reports import CLOSED, make_run
from factories.roster import make_tenant
from openmso.office.access.roles import Role
from openmso.office.letters.reading_level import reading_grade
from openmso.oversight.reports.definitions import definition
from public_pages import main_words, page_in

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-31")]

ADDRESS, REPORT = "/appeal-figures/", "public_appeals"
ENOUGH, MOST_GRADE = 12, 6.0


@pytest.fixture
def world() -> World:
    """An office that twelve members told of a concern, and one appealed."""
    world = make_world(tenant=make_tenant(key="a-first-office"))
    for _ in range(ENOUGH):
        make_grievance(world)
    make_appeal(world)
    return world


def test_everybody_reads_what_was_counted_and_not_what_stands_on_a_few(
    client: Client, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    run = make_run(world, REPORT)

    with django_assert_max_num_queries(4):
        words = main_words(page_in(client, ADDRESS))

    assert "Received Those that reached us in the year. 12" in words
    appeals, _, grievances = words.partition("Complaints (grievances): Medicare Advantage")
    assert "Appeals: Medicare Advantage" in appeals
    assert "Received Those that reached us in the year. too few to show" in appeals
    assert "Answered Those we answered in the year. Some came the year before. 0" in grievances
    assert "The numbers are for 2026. They are frozen: no one can change them." in words
    assert run.sha256 in words


def test_in_spanish_the_same_numbers_stand_in_plain_words(client: Client, world: World) -> None:
    make_run(world, REPORT)

    words = main_words(page_in(client, ADDRESS, "es"))

    assert "Cómo terminan las apelaciones y las quejas" in words
    assert "Recibidas Las que nos llegaron en el año. 12" in words
    assert "muy pocos para darla" in words


def test_a_running_year_is_shown_so_far_until_it_is_frozen(client: Client, world: World) -> None:
    make_run(world, REPORT, as_of=CLOSED)
    so_far = main_words(page_in(client, ADDRESS))
    make_run(world, REPORT)

    frozen = main_words(page_in(client, ADDRESS, year="2026", edition="1"))

    assert "The numbers are for 2026 so far, as we knew them on December 6, 2026." in so_far
    assert "2026, edition 1" in frozen
    assert "so far" not in frozen


def test_both_files_hold_what_the_page_shows_and_no_more(client: Client, world: World) -> None:
    run = make_run(world, REPORT)

    document = client.get(f"{ADDRESS}figures.json", {"year": "2026", "edition": "1"})
    sheet = client.get(f"{ADDRESS}figures.csv")

    assert sha256(document.content).hexdigest() == run.sha256
    assert [one["key"] for one in json.loads(document.content)["tables"]] == [
        *("appeals_by_line", "grievances_by_line")
    ]
    assert "appeals-and-grievances-2026-edition-1.csv" in sheet["Content-Disposition"]
    rows = {
        (row["table"], row["measure"]): row
        for row in csv.DictReader(StringIO(sheet.content.decode()))
    }
    appeals, grievances = (
        rows[table, "received"] for table in ("appeals_by_line", "grievances_by_line")
    )
    assert (appeals["value"], appeals["note"]) == ("", "too few")
    assert (grievances["value"], grievances["name"]) == ("12", "Medicare Advantage")
    everything = document.content.decode() + sheet.content.decode()
    assert world.member.family_name not in everything


def test_before_the_first_figures_there_is_a_sentence_and_no_file(client: Client) -> None:
    make_tenant(key="a-first-office")

    assert "There are no numbers yet." in main_words(page_in(client, ADDRESS))
    assert client.get(f"{ADDRESS}figures.csv").status_code == 404
    assert client.get(f"{ADDRESS}figures.json").status_code == 404
    assert client.get(ADDRESS, {"year": "1999"}).status_code == 404


@pytest.mark.parametrize("neighbour", ["/prior-authorization-figures/", "/our-decisions/"])
def test_the_public_pages_of_numbers_lead_to_each_other(client: Client, neighbour: str) -> None:
    make_tenant(key="a-first-office")

    assert f'href="{ADDRESS}"' in page_in(client, neighbour)
    assert f'href="{neighbour}"' in page_in(client, ADDRESS)


def test_for_staff_a_number_opens_to_its_cases_even_where_the_public_sees_none(
    world: World,
) -> None:
    run, reader = make_run(world, REPORT), signed_in(Role.SUPERVISOR, world.tenant)
    opened = f"/staff/reports/{run.id}/cases/"

    report = reader.get(f"/staff/reports/{run.id}/").content.decode()
    cases = reader.get(f"{opened}?table=appeals_by_line&row=MA&measure=received").content.decode()

    assert f"{opened}?table=appeals_by_line&amp;row=MA&amp;measure=received" in report
    assert cases.count('href="/staff/appeals/') >= 1


def test_every_sentence_is_easy_to_read() -> None:
    words = definition(REPORT)
    sentences = [
        words.sentence["en"],
        *words.limits["en"],
        *(one.counts["en"] for one in words.measures.values()),
        *(one.out_of["en"] for one in words.measures.values() if one.out_of),
    ]

    text = "\n".join(without_names(line) for line in sentences)

    assert reading_grade(text) <= MOST_GRADE
    assert len(words.limits["es"]) == len(words.limits["en"])
