"""`openmso load contracts` and its siblings: what they ask for, and what they tell."""

from pathlib import Path

import pytest

from factories.roster import make_ipa, make_plan, make_tenant
from openmso.office.tenants.models import Tenant
from openmso.project.commands import main
from openmso.roster.benefits.models import AuthorizationListEntry
from openmso.roster.plans.models import HealthPlan

pytestmark = pytest.mark.django_db

PLANS = "key,name,line_of_business,state,from_on\nstar,Evening Star,MA,CA,2026-01-01\n"
LIST = "code,line_of_business,answer,from_on,source\nS8042,MA,required,2026-01-01,List 2026\n"

Read = pytest.CaptureFixture[str]


@pytest.fixture
def office() -> Tenant:
    return make_tenant(key="loading", name="Loading Office")


def load(kind: str, place: Path, *words: str) -> int:
    return main(["load", kind, str(place), "--tenant", "loading", "--by", "Otto Operator", *words])


def test_it_counts_what_is_new_and_what_is_known(
    office: Tenant, tmp_path: Path, capsys: Read
) -> None:
    (tmp_path / "plans.csv").write_text(PLANS, encoding="utf-8")

    assert load("contracts", tmp_path) == 0
    first = capsys.readouterr().out
    assert load("contracts", tmp_path / "plans.csv") == 0
    second = capsys.readouterr().out

    assert "health plans                  1          0        0        0\n" in first
    assert "Loading Office: Written.\n" in first
    assert "health plans                  0          0        0        1\n" in second
    assert "Loading Office: Nothing was written.\n" in second
    assert "products" not in first


def test_a_preview_says_what_would_change(office: Tenant, tmp_path: Path, capsys: Read) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")

    assert load("authorization-list", tmp_path / "list.csv", "--preview") == 0

    told = capsys.readouterr().out
    assert "list entries                  1          0        0        0\n" in told
    assert "Loading Office: Nothing was written.\n" in told
    assert not AuthorizationListEntry.objects.exists()


def test_every_fault_is_told_with_its_line_the_first_forty_at_most(
    office: Tenant, tmp_path: Path, capsys: Read
) -> None:
    row = PLANS.splitlines()[1].replace("MA", "HMO")
    rows = [row.replace("star", f"star-{n}").replace("Star", f"Star {n}") for n in range(50)]
    (tmp_path / "plans.csv").write_text("\n".join([PLANS.splitlines()[0], *rows]), "utf-8")

    assert load("contracts", tmp_path) == 1

    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith('plans.csv:2: There is no line_of_business "HMO"')
    assert told[-2:] == ["and 10 more", "Nothing was written."]
    assert len(told) == 42
    assert not HealthPlan.objects.exists()


def test_a_list_that_is_whole_from_a_day_needs_no_first_days(
    office: Tenant, tmp_path: Path, capsys: Read
) -> None:
    without = LIST.replace("from_on,", "").replace("2026-01-01,", "")
    (tmp_path / "list.csv").write_text(without, encoding="utf-8")

    assert load("authorization-list", tmp_path / "list.csv") == 1
    assert 'The column "from_on" is missing.' in capsys.readouterr().err
    assert load("authorization-list", tmp_path / "list.csv", "--whole-from", "2026-07-01") == 0
    assert str(AuthorizationListEntry.objects.get().from_on) == "2026-07-01"


def test_a_day_that_is_none_is_said(office: Tenant, tmp_path: Path, capsys: Read) -> None:
    with pytest.raises(SystemExit):
        load("authorization-list", tmp_path / "list.csv", "--whole-from", "soon")

    assert '"soon" is not a day; write 2026-01-31' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("contracts", ".", "There is no ipas.csv or plans.csv or products.csv or delegation.csv"),
        ("contracts", "nowhere", "There is no file or folder"),
        ("contracts", "plan.csv", "plan.csv is not called ipas.csv or plans.csv"),
        ("network", ".", "There is no practices.csv or practitioners.csv"),
        ("authorization-list", "nowhere.csv", "There is no file"),
        ("benefits", "nowhere.csv", "There is no file"),
        ("criteria", "nowhere.yaml", "cannot be read: No such file"),
    ],
)
def test_where_there_is_nothing_to_read_it_says_so(
    office: Tenant, tmp_path: Path, capsys: Read, kind: str, name: str, sentence: str
) -> None:
    (tmp_path / "plan.csv").write_text(PLANS, encoding="utf-8")

    assert load(kind, tmp_path / name) == 1

    assert sentence in capsys.readouterr().err


def test_among_several_offices_none_is_guessed(
    office: Tenant, tmp_path: Path, capsys: Read
) -> None:
    make_tenant(key="other")
    (tmp_path / "plans.csv").write_text(PLANS, encoding="utf-8")

    assert main(["load", "contracts", str(tmp_path)]) == 1

    assert "Please name the office with --tenant" in capsys.readouterr().err


def test_the_line_of_the_history_names_who_loaded_it(
    office: Tenant, tmp_path: Path, capsys: Read
) -> None:
    from openmso.office.timeline.queries import history

    (tmp_path / "plans.csv").write_text(PLANS, encoding="utf-8")
    load("contracts", tmp_path)

    (line,) = history(office.id, HealthPlan.objects.get().id)
    assert (line.name, line.actor_name) == ("plan.added", "Otto Operator")


def test_the_sheets_of_other_loads_may_lie_in_the_same_folder(
    office: Tenant, tmp_path: Path
) -> None:
    make_ipa(office)
    make_plan(office)
    (tmp_path / "plans.csv").write_text(PLANS, encoding="utf-8")
    (tmp_path / "practices.csv").write_text("key,name\nalder,Alder Street\n", encoding="utf-8")

    assert load("contracts", tmp_path) == 0
    assert load("network", tmp_path) == 0
