"""Appeals and grievances reach the report as they stood, and each number leads to its cases."""

from datetime import timedelta

import pytest

from factories.access import signed_in
from factories.appeals import ANSWERED_AT, make_appeal, with_reviewer
from factories.grievances import make_grievance
from factories.prior_auth import World, make_world
from factories.reports import CLOSED, make_run, order
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.models import Appeal
from openmso.office.access.roles import Role
from openmso.oversight.reports.behind import cases_behind
from openmso.oversight.reports.computing import compute
from openmso.oversight.reports.domain.appeals_and_grievances import KEY
from openmso.oversight.reports.domain.document import Document, Row

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def taken_back(world: World) -> Appeal:
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    overturn(appeal.id, why="The note.", by=reviewer, at=ANSWERED_AT, version=appeal.version)
    return appeal


def row(document: Document, table: str, key: str) -> Row:
    found = document.table(table)
    assert found is not None
    line = found.row(key)
    assert line is not None, [one.key for one in found.rows]
    return line


@pytest.mark.requirement("S003-31")
def test_an_appeal_counts_as_it_stood_when_the_report_ran(world: World) -> None:
    appeal = taken_back(world)
    before = order(world, KEY, as_of=ANSWERED_AT - timedelta(hours=1))

    early = row(compute(before), "appeals_by_line", "MA").figures
    whole = row(compute(order(world, KEY)), "appeals_by_line", "MA").figures

    assert (early["received"].value, early["answered"].value) == (1, 0)
    assert (whole["answered"].value, whole["overturned"].count) == (1, 1)
    behind = cases_behind(
        order(world, KEY), table="appeals_by_line", row="MA", measure="overturned"
    )
    assert [(one.kind, one.number) for one in behind] == [("appeal", appeal.number)]


def test_a_grievance_stands_beside_it_by_its_category(world: World) -> None:
    grievance = make_grievance(world)

    report = compute(order(world, KEY, as_of=CLOSED))

    found = row(report, "grievances_by_category", grievance.category).figures
    assert (found["received"].value, found["answered"].value) == (1, 0)


def test_a_number_opens_to_the_appeal_and_the_report_is_a_file_for_programs(world: World) -> None:
    appeal, run = taken_back(world), make_run(world, KEY)
    reader = signed_in(Role.SUPERVISOR, world.tenant)

    cases = reader.get(
        f"/staff/reports/{run.id}/cases/?table=appeals_by_line&row=MA&measure=answered"
    )
    file = reader.get(f"/staff/reports/{run.id}/report.json")

    assert f'href="/staff/appeals/{appeal.id}/"' in cases.content.decode()
    assert file.content.decode() == run.document
