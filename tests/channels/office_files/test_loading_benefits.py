"""Sections of benefit books come in; one that is there stays as decisions have named it."""

from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.roster import make_plan, make_tenant
from openmso.channels.office_files.benefits import load_benefits
from openmso.channels.office_files.outcome import Outcome
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history
from openmso.roster.benefits.models import BenefitSection
from openmso.roster.benefits.queries import benefit_sections
from openmso.roster.plans.models import HealthPlan

pytestmark = pytest.mark.django_db

HEADING = "plan,year,section,title,text,covered,title_es"
ROW = 'star,2026,4.2,Equipment,"We cover equipment.\nAsk your doctor.",yes,Equipo'


@pytest.fixture
def plan() -> HealthPlan:
    return make_plan(make_tenant(), key="star")


def load(office: Tenant, folder: Path, *rows: str) -> Outcome:
    return load_benefits(
        written(folder, "benefits.csv", HEADING, *rows) / "benefits.csv", order_for(office)
    )


def test_sections_come_in_once(plan: HealthPlan, tmp_path: Path) -> None:
    load(plan.tenant, tmp_path, ROW)
    again = load(plan.tenant, tmp_path, ROW)

    (section,) = benefit_sections(plan.tenant_id, plan.id, 2026)
    assert section.text == "We cover equipment.\nAsk your doctor."
    assert (section.covered, section.title_es) == (True, "Equipo")
    assert (again.changes, again.counts["benefit sections"].known) == (0, 1)
    (line,) = history(plan.tenant_id, plan.id)
    assert (line.name, line.details) == ("plan.benefits_added", {"sections": ["4.2"]})


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ROW.replace("yes", "no"),
            ":2: The office has this section with another covered; it stays",
        ),
        (ROW.replace("2026", "26"), 'The year "26" must be a whole number from 2000 to 2100.'),
        (ROW.replace("star", "moon"), 'There is no plan "moon". There are: star.'),
        (ROW.replace("4.2", "4.9") + "\n" + ROW.replace("4.2", "4.9"), ":4: The same section"),
    ],
)
def test_a_fault_is_told_and_nothing_is_written(
    plan: HealthPlan, tmp_path: Path, row: str, told: str
) -> None:
    load(plan.tenant, tmp_path, ROW)

    outcome = load(plan.tenant, tmp_path, row)

    assert told in str(outcome.faults[0])
    assert BenefitSection.objects.filter(plan=plan).count() == 1
