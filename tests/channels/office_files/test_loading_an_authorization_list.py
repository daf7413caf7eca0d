"""A list of services comes in, a newer one ends what it replaces, and cases keep their answer."""

from datetime import date
from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.prior_auth import CRITERIA, MRI, World, make_request, make_world
from factories.roster import make_plan
from openmso.channels.office_files.authorization_list import load_authorization_list
from openmso.channels.office_files.outcome import Outcome
from openmso.office.timeline.models import CaseEvent
from openmso.office.timeline.queries import history
from openmso.roster.benefits.models import AuthorizationListEntry
from openmso.roster.benefits.queries import authorization_answer

pytestmark = pytest.mark.django_db

HEADING = "code,line_of_business,plan,answer,from_on,until_on,source,criteria,auto_approve_rule"
NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def world() -> World:
    return make_world()


def load(
    world: World, folder: Path, *rows: str, heading: str = HEADING, whole_from: date | None = None
) -> Outcome:
    file = written(folder, "list.csv", heading, *rows) / "list.csv"
    order = order_for(world.tenant, minutes_later=5)
    return load_authorization_list(file, order, whole_from=whole_from)


def answer(world: World, code: str, on: date) -> str:
    return str(authorization_answer(world.tenant.id, world.plan.id, "MA", code, on).answer)


def test_every_row_answers_from_its_first_day_with_its_source(world: World, tmp_path: Path) -> None:
    load(
        world,
        tmp_path,
        f"s8042,MA,,required,2026-01-01,,List 2026,{CRITERIA},When all is met.",
        "*,MA,,not_required,2026-01-01,,List 2026,,",
    )

    found = authorization_answer(world.tenant.id, world.plan.id, "MA", "S8042", date(2026, 5, 4))
    assert (found.answer, found.source, found.criteria_key) == ("required", "List 2026", CRITERIA)
    assert (found.auto_approve, found.auto_approve_rule) == (True, "When all is met.")
    assert answer(world, "S8042", date(2025, 12, 31)) == "not_listed"
    assert answer(world, "G0151", date(2026, 5, 4)) == "not_required"


def test_a_newer_row_ends_the_one_before_it_and_a_case_keeps_what_it_had(
    world: World, tmp_path: Path
) -> None:
    case = make_request(world)
    entry = AuthorizationListEntry.objects.get(tenant=world.tenant, code=MRI)
    before = list(history(world.tenant.id, case.id))

    load(world, tmp_path, f"{MRI},,{world.plan.key},not_required,2026-11-01,,List of November,,")

    entry.refresh_from_db()
    case.refresh_from_db()
    assert entry.until_on == date(2026, 11, 1)
    assert answer(world, MRI, date(2026, 10, 31)) == "required"
    assert answer(world, MRI, date(2026, 12, 1)) == "not_required"
    assert (case.state, case.criteria_edition) == ("in_review", world.edition)
    assert list(history(world.tenant.id, case.id)) == before
    (ended,) = history(world.tenant.id, entry.id)
    assert (ended.name, ended.details) == (
        "authorization_list.entry_ended",
        {"until_on": "2026-11-01"},
    )


def test_a_whole_list_ends_what_it_no_longer_names_and_keeps_what_it_repeats(
    world: World, tmp_path: Path
) -> None:
    heading = "code,line_of_business,answer,source"
    kept, changed, gone = "E0143,MA,required,L", "S8042,MA,required,L", "G0151,MA,required,L"
    load(world, tmp_path, kept, changed, gone, heading=heading, whole_from=date(2026, 1, 1))
    load(world, tmp_path, "G0151,KK,required,L", heading=heading, whole_from=date(2026, 1, 1))

    outcome = load(
        world,
        tmp_path,
        kept,
        "S8042,MA,not_required,L",
        heading=heading,
        whole_from=NEW_YEAR,
    )

    counted = outcome.counts["list entries"]
    assert (counted.added, counted.ended, counted.known) == (1, 2, 1)
    rows = AuthorizationListEntry.objects.filter(tenant=world.tenant, plan=None)
    found = rows.order_by("line_of_business", "code", "from_on")
    assert list(found.values_list("line_of_business", "code", "answer", "until_on")) == [
        ("KK", "G0151", "required", None),
        ("MA", "E0143", "required", None),
        ("MA", "G0151", "required", NEW_YEAR),
        ("MA", "S8042", "required", NEW_YEAR),
        ("MA", "S8042", "not_required", None),
    ]


def test_loaded_again_nothing_changes(world: World, tmp_path: Path) -> None:
    rows = ("S8042,MA,,required,2026-01-01,,L,,", "S8042,MA,,plan_decides,2026-06-01,,L,,")
    load(world, tmp_path, *rows)
    lines = CaseEvent.objects.count()

    outcome = load(world, tmp_path, *rows)

    assert (outcome.changes, outcome.counts["list entries"].known) == (0, 2)
    assert CaseEvent.objects.count() == lines


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("S8042,MA,,requird,2026-01-01,,L,,", 'There is no answer "requird"; did you mean'),
        ("S8042,,,required,2026-01-01,,L,,", "fill in one of the two"),
        ("S8042,MA,popular,required,2026-01-01,,L,,", "fill in one of the two"),
        ("S8042,,popular,required,2026-01-01,,L,,", 'There is no plan "popular"'),
        ("S8042,MA,,required,,,L,,", "The from_on is missing."),
        ("S8042,MA,,required,2026-13-01,,L,,", 'The from_on "2026-13-01" is not a day'),
        ("S8042,MA,,required,2026-01-01,,,,", "The source is missing."),
        ("---,MA,,required,2026-01-01,,L,,", 'The code "---" must be letters and digits'),
        ("S8042,MA,,required,2026-01-01,,L,knees,", 'No edition of the criteria "knees" serves'),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_written(
    world: World, tmp_path: Path, row: str, told: str
) -> None:
    outcome = load(world, tmp_path, "E0143,MA,,required,2026-01-01,,L,,", row)

    assert str(outcome.faults[0]).startswith("list.csv:3: ")
    assert told in str(outcome.faults[0])
    assert not AuthorizationListEntry.objects.filter(code="E0143").exists()


def test_an_office_does_not_end_the_entries_of_another(world: World, tmp_path: Path) -> None:
    other = make_world()
    make_plan(other.tenant, key=f"other-{world.plan.key}")

    load(world, tmp_path, "E0143,MA,,required,2026-01-01,,L,,", whole_from=date(2026, 1, 1))

    assert answer(other, MRI, date(2026, 12, 1)) == "required"
    assert answer(world, MRI, date(2026, 12, 1)) == "required"
