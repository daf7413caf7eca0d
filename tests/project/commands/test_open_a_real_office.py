"""The how-to that opens a real office, followed as it stands: from nothing to a first request."""

import re
import shlex
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from channels.provider_portal.filling_in import NEW, filled_in, note
from factories.access import make_account, sign_in
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.roles import Role
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent
from openmso.office.timeline.queries import history
from openmso.project.commands import main
from openmso.roster.plans.models import Delegation, HealthPlan, Ipa
from openmso.roster.providers.queries import in_network, practices_with_npi, practitioner_by_npi
from source_code import ROOT

pytestmark = pytest.mark.django_db

HOW_TO = ROOT / "docs" / "how_to" / "open_a_real_office.md"
FILES = ROOT / "docs" / "how_to" / "example_office"
BEFORE_THE_OFFICE = {"migrate", "keys"}  # the tests have their tables and keys

Read = pytest.CaptureFixture[str]


def written_commands() -> list[list[str]]:
    """The first block of commands of the how-to, each as its words."""
    found = re.search(r"^```sh\n(.*?)^```$", HOW_TO.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    lines = found[1].replace("\\\n", " ").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("openmso ")]


@pytest.fixture(autouse=True)
def in_the_folder_of_the_files(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    translation.activate("en")
    settings.PUBLIC_ADDRESS = "https://pages.example"
    monkeypatch.chdir(FILES)


def opened() -> Tenant:
    """Follow the how-to; return the office."""
    steps = [words for words in written_commands() if words[0] not in BEFORE_THE_OFFICE]
    assert [main(words) for words in steps] == [0] * len(steps)
    return Tenant.objects.get(key="northlight")


def practice_of(office: Tenant) -> Client:
    """The browser of a person of the example's first practice, found as an invitation finds it."""
    (practice,) = practices_with_npi(office.id, "2770000018")
    return sign_in(Client(), make_account(Role.PRACTICE, office, practice_id=practice.id))


def test_the_written_path_leads_to_a_first_request_with_its_due_time(capsys: Read) -> None:
    office = opened()
    practice = practice_of(office)
    points = {"point_P1": "met", "point_P2": "met", "point_P3": "met"}

    page = practice.post(NEW, filled_in(practice, "S8042", papers=note(), **points), follow=True)

    case = AuthorizationRequest.objects.get(tenant=office)
    told = page.content.decode()
    assert "How it was worked out" in told
    assert "42 CFR 422.568" in told
    assert case.criteria_edition is not None
    assert (case.criteria_edition.key, case.criteria_edition.edition) == ("joint_mri", "2026-1")
    checked = next(
        line for line in history(office.id, case.id) if line.name.endswith("coverage_checked")
    )
    assert checked.details["plan"] == "Evening Star Advantage (HMO)"
    assert checked.details["decided_by"] == "us"
    assert checked.details["source"] == "Northlight list of services 2026, section 2"
    assert "Letters still need" not in capsys.readouterr().out


def test_the_rule_of_the_list_approves_and_the_others_need_nothing() -> None:
    practice = practice_of(opened())

    practice.post(NEW, filled_in(practice, "E0143", point_P1="met"))
    practice.post(NEW, filled_in(practice, "E0601"))

    states = AuthorizationRequest.objects.values_list("services__code", "state")
    assert set(states) == {("E0143", "approved"), ("E0601", "not_needed")}


def test_the_contracts_and_the_network_are_those_of_the_files() -> None:
    office = opened()

    ipa = Ipa.objects.get(tenant=office)
    person = practitioner_by_npi(office.id, "2770000042")
    kept_by_plan = Delegation.objects.get(tenant=office, delegated=False)
    assert ipa.legal_name == "Northern Doctors IPA, a Medical Corporation"
    assert ipa.address == "48000 Example Way\nLos Angeles, CA 90033"
    assert (kept_by_plan.plan.key, kept_by_plan.function) == ("poplar", "notices")
    assert person is not None
    assert (person.full_name, person.specialty) == ("Tomás Ferrer, MD", "Orthopedic surgery")
    assert in_network(office.id, person.id, ipa.id, date(2026, 6, 1))
    assert not in_network(office.id, person.id, ipa.id, date(2025, 12, 31))


def test_followed_again_nothing_is_doubled_and_nothing_recorded() -> None:
    office = opened()
    lines = CaseEvent.objects.filter(tenant=office).exclude(name__startswith="invitation").count()

    opened()

    again = CaseEvent.objects.filter(tenant=office).exclude(name__startswith="invitation").count()
    assert again == lines
    assert HealthPlan.objects.filter(tenant=office).count() == 2


def test_a_demo_is_not_needed_for_any_of_it() -> None:
    assert all("--data-dir" not in words for words in written_commands())
    assert {words[0] for words in written_commands()} == BEFORE_THE_OFFICE | {"office", "load"}
