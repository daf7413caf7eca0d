"""Criteria come in as editions: a newer one ends the former, and cases keep theirs."""

from datetime import date
from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.prior_auth import CRITERIA, make_request, make_world
from factories.roster import make_tenant
from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.criteria.queries import edition_with_points
from openmso.channels.office_files.criteria import load_criteria
from openmso.channels.office_files.outcome import Outcome
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history

pytestmark = pytest.mark.django_db

FIRST = """\
criteria:
  - key: joint_mri
    edition: 2026-1
    title: MRI of a joint
    title_es: Resonancia
    publisher: Clinical council
    from: 2026-01-01
    points:
      - text: Six weeks of pain.
        question: Six weeks of pain?
        plain: Your joint hurt for six weeks.
        plain_es: Le dolió seis semanas.
      - text: Therapy did not help.
        question: Did therapy help?
        plain: Therapy did not help.
        plain_es: La terapia no ayudó."""
SECOND = FIRST.replace("2026-1", "2027-1").replace("2026-01", "2027-01").replace("Six", "Eight")


def load(office: Tenant, folder: Path, text: str, *, minutes_later: int = 0) -> Outcome:
    file = written(folder, "criteria.yaml", text) / "criteria.yaml"
    return load_criteria(file, order_for(office, minutes_later=minutes_later))


def test_an_edition_comes_in_with_its_points_in_their_order(tmp_path: Path) -> None:
    office = make_tenant()

    load(office, tmp_path, FIRST)

    edition, points = edition_with_points(office.id, "joint_mri", date(2026, 5, 4))
    assert str(edition) == "MRI of a joint, edition 2026-1"
    assert [(each.code, each.text) for each in points] == [
        ("P1", "Six weeks of pain."),
        ("P2", "Therapy did not help."),
    ]
    (line,) = history(office.id, edition.id)
    assert (line.name, line.actor_name) == ("criteria.edition_added", "Otto Operator")
    assert line.details["points"] == 2


def test_twelve_points_are_shown_in_the_order_of_the_file(tmp_path: Path) -> None:
    office = make_tenant()
    point = FIRST.split("points:\n")[1].split("      - text: Therapy")[0].rstrip()
    many = "\n".join(point.replace("Six weeks of pain.", f"Point {n}.") for n in range(12))

    load(office, tmp_path, FIRST.split("points:\n")[0] + "points:\n" + many)

    _, points = edition_with_points(office.id, "joint_mri", date(2026, 5, 4))
    assert [each.text for each in points] == [f"Point {n}." for n in range(12)]


def test_a_newer_edition_ends_the_former_and_a_case_keeps_the_one_it_has(tmp_path: Path) -> None:
    world = make_world()
    case = make_request(world)
    newer = SECOND.replace("joint_mri", CRITERIA)

    outcome = load(world.tenant, tmp_path, newer, minutes_later=5)

    world.edition.refresh_from_db()
    case.refresh_from_db()
    assert world.edition.until_on == date(2027, 1, 1)
    assert case.criteria_edition == world.edition
    assert history(world.tenant.id, world.edition.id)[0].name == "criteria.edition_ended"
    assert (
        outcome.counts["criteria editions"].added,
        outcome.counts["criteria editions"].ended,
    ) == (
        1,
        1,
    )
    serving, _ = edition_with_points(world.tenant.id, CRITERIA, date(2027, 1, 1))
    assert serving.edition == "2027-1"


def test_the_same_file_again_writes_nothing(tmp_path: Path) -> None:
    office = make_tenant()
    both = FIRST + "\n" + SECOND.partition("\n")[2]
    load(office, tmp_path, both)

    outcome = load(office, tmp_path, both)

    assert (outcome.changes, outcome.counts["criteria editions"].known) == (0, 2)
    assert CriteriaEdition.objects.filter(tenant=office).count() == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FIRST.replace("criteria:", "criterion:"), ':1: The file needs a list called "criteria:"'),
        (FIRST.replace("    title:", "    titel:"), 'yaml:4: There is no field "titel"; did you m'),
        (FIRST.replace("    publisher: Clinical council\n", ""), "yaml:2: This lacks publisher."),
        (FIRST.replace("question: Did", "question: # Did"), "yaml:13: This lacks question."),
        (FIRST.replace("2026-01-01", "soon"), 'yaml:2: The from "soon" is not a day'),
        (FIRST.replace("joint_mri", "Joint MRI"), 'The key "Joint MRI" must be small letters'),
        (FIRST.split("    points:")[0], 'yaml:2: An entry needs a list called "points:"'),
        (FIRST + "\n        code: P 2", 'yaml:13: The code "P 2" must be letters and digits'),
        (FIRST + "\n        code: P1", 'yaml:13: Another point of this edition has the code "P1"'),
        (FIRST.replace("Six weeks of pain?", "?" * 301), "The question is longer than 300"),
        (FIRST.replace("title: MRI", "title: [MRI"), "yaml:5: This is not readable as YAML"),
        (FIRST + "\n" + FIRST.partition("\n")[2], 'yaml:17: The same edition "joint_mri 2026-1"'),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_written(
    tmp_path: Path, text: str, told: str
) -> None:
    office = make_tenant()

    outcome = load(office, tmp_path, text)

    assert told in "\n".join(map(str, outcome.faults))
    assert not CriteriaEdition.objects.filter(tenant=office).exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FIRST.replace("Six", "Eight"), "The office has another row of this"),
        (FIRST.replace("2026-01-01", "2026-06-01"), 'has the edition "2026-1" of "joint_mri"'),
    ],
)
def test_an_edition_that_is_there_never_changes(tmp_path: Path, text: str, told: str) -> None:
    office = make_tenant()
    load(office, tmp_path, FIRST)

    outcome = load(office, tmp_path, text)

    assert told in str(outcome.faults[0])
    _, points = edition_with_points(office.id, "joint_mri", date(2026, 7, 1))
    assert points[0].text == "Six weeks of pain."
