"""`openmso report`: run one, list them, prove that they are the same."""

import pytest

from factories.decided import make_denied
from factories.prior_auth import World, make_request, make_world
from factories.roster import make_network, make_practitioner, make_tenant
from openmso.oversight.reports.models import ReportRun
from openmso.project.commands import main
from openmso.roster.providers.models import NetworkMembership

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-17", "S003-31")]

AS_OF = "2026-11-22T08:00:00-08:00"
RUN = ["report", "run", "physician_profile", "2026-11", "--as-of", AS_OF, "--tenant", "figures"]


@pytest.fixture
def world() -> World:
    world = make_world(tenant=make_tenant(key="figures"))
    make_denied(world)
    return world


def test_a_report_is_run_once_and_listed_with_its_fingerprint(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(RUN) == main(RUN) == 0
    assert main(["report", "list", "--tenant", "figures", "--check"]) == 0

    run = ReportRun.objects.get(tenant=world.tenant)
    line = f"physician_profile 2026-11, whole office, as of {AS_OF[:16]}-08:00  {run.sha256[:16]}"
    assert capsys.readouterr().out.splitlines() == [line, line, f"{line}  same"]


def test_one_ipa_s_report_names_it(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*RUN, "--ipa", world.ipa.key]) == 0

    assert f"2026-11, {world.ipa.key}, as of" in capsys.readouterr().out


def test_what_changed_without_a_history_is_told(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    treats = make_practitioner(world.tenant)
    network = make_network(treats, world.ipa)
    make_request(world, servicing_practitioner_id=treats.id)
    main(RUN)
    NetworkMembership.objects.filter(id=network.id).delete()

    assert main(["report", "list", "--tenant", "figures", "--check"]) == 1
    assert "NOT THE SAME" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["denials", "2026-11"], 'There is no report "denials". There are: public_metrics'),
        (["bed_days", "lately"], "write a year, 2026, or a month, 2026-10"),
        (["bed_days", "2026-11", "--as-of", "2026-11-22"], "Not an instant with its zone"),
        (["bed_days", "2040-11"], "as of a time that has not come yet"),
        (["bed_days", "2026-10", "--ipa", "none"], 'There is no IPA "none"'),
    ],
)
def test_what_cannot_be_run_is_said_with_what_would_be_right(
    world: World, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert main(["report", "run", *words, "--tenant", "figures"]) == 1
    assert told in capsys.readouterr().err
