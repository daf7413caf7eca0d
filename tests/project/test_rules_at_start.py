"""With a wrong file of rules neither the web server nor the job worker starts."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import override_settings

from openmso.office.law import rulebook
from openmso.project import web_server
from openmso.project.refusal import Refusal
from openmso.project.rules_at_start import refuse_wrong_rules
from openmso.rulebook.book import LAW

ROW = (LAW / "copies/policies.yaml").read_text("utf-8").replace("SEED-POLICY-5BD", "OWN-1")
_RUN = "import sys; from openmso.project.commands import main; sys.exit(main(sys.argv[1:]))"
WRONG = {
    "an unknown unit": ("5 business days", "5 fortnights", 'not a length of time: "5 fortnights"'),
    "a bad date": ("checked_on: 2026", "checked_on: 2026-13", '"checked_on"'),
    "a missing source": ("    source:", "    note:", 'the field "source" of OWN-1 is missing'),
    "an overlap": ("OWN-1", "SEED-POLICY-5BD", "the id SEED-POLICY-5BD is taken"),
}


def test_wrong_times_to_answer_a_page_stop_the_start(tmp_path: Path) -> None:
    file = tmp_path / "terms.yaml"
    file.write_text("- from_on: 2026-07-01\n  roles: {}\n", encoding="utf-8")

    with (
        override_settings(ON_CALL_TERMS=str(file)),
        pytest.raises(Refusal, match=r"terms\.yaml: says nothing about nurse"),
    ):
        refuse_wrong_rules()


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(ROW, encoding="utf-8")
    return file


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_file_stops_the_start_with_file_line_and_sentence(
    own_rules: Path, fault: str
) -> None:
    was, is_, sentence = WRONG[fault]
    assert was in ROW
    own_rules.write_text(ROW.replace(was, is_, 1), encoding="utf-8")

    with (
        override_settings(RULEBOOK_PATHS=[own_rules.parent]),
        pytest.raises(Refusal, match=r"own\.yaml:\d+: ") as refused,
    ):
        web_server.check()

    assert sentence in str(refused.value)


def test_good_rules_of_the_installation_are_used(own_rules: Path) -> None:
    with override_settings(RULEBOOK_PATHS=[own_rules.parent]):
        refuse_wrong_rules()

        assert "OWN-1" in rulebook().answers


@pytest.mark.parametrize("command", ["serve", "work"])
def test_the_commands_refuse_in_one_sentence_a_line(own_rules: Path, command: str) -> None:
    own_rules.write_text(ROW.replace("5 business days", "5 days"), encoding="utf-8")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "openmso.project.settings.test",
        "OPENMSO_RULEBOOK_PATHS": str(own_rules.parent),
    }

    asked = subprocess.run(
        [sys.executable, "-c", _RUN, command],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert asked.returncode == 1
    assert re.search(r"^own\.yaml:\d+: OWN-1: not clear which days", asked.stderr, re.MULTILINE)
    assert "Traceback" not in asked.stderr
