"""`openmso remedies` as a person and as a program use it."""

import argparse
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine

from openmso.project.commands import remedies

Ask = Callable[..., tuple[int, str, str]]
FACTS = {
    "coverage": "KK-COMMERCIAL",
    "decision": "deny",
    "basis": "MEDICAL-NECESSITY",
    "provider_link": "RECOMMENDED",
    "urgent": False,
    "grievance": {"filed_at": "2026-08-10", "answered_at": "2026-08-31", "result": "upheld"},
}


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """Run the command; facts given as an object are written into a file first."""
    monkeypatch.delenv("OPENMSO_TIME_ZONE", raising=False)
    monkeypatch.delenv("OPENMSO_RULEBOOK_PATHS", raising=False)

    def run(*words: str, facts: object = None) -> tuple[int, str, str]:
        if facts is not None:
            file = tmp_path / "facts.json"
            file.write_text(json.dumps(facts), encoding="utf-8")
            words = ("--facts", str(file), *words)
        parser = argparse.ArgumentParser()
        remedies.add_arguments(parser)
        code = remedies.run(parser.parse_args(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def read(answer: tuple[int, str, str]) -> Any:
    code, out, err = answer
    assert (code, err) == (0, "")
    return json.loads(out)


def test_the_answer_is_json_with_every_promised_part(ask: Ask) -> None:
    answer = read(ask("--json", "--on", "2026-11-22", facts=FACTS))

    assert set(answer) == {"as_of", "facts", "remedies", "prediction", "decided_by"}
    assert answer["decided_by"] == ["C11", "D1"]
    review = next(one for one in answer["remedies"] if one["key"] == "imr")
    assert {
        "key", "name", "state", "opens_on", "last_day", "working", "rule", "citation", "verified",
        "cost", "who_decides", "warnings", "missing_documents", "track",
    } <= set(review)  # fmt: skip
    assert (review["state"], review["last_day"]) == ("open", "2027-02-28")
    assert (review["rule"], review["cost"]) == ("IMR-FILE-6M", "nothing")
    assert answer["prediction"]["parallel"] == ["dmhc_complaint"]


def test_facts_come_from_standard_input_too(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(FACTS | {"as_of": "2026-11-22"})))

    assert read(ask("--facts", "-", "--json"))["as_of"] == "2026-11-22"


@time_machine.travel("2026-11-23T07:30:00Z", tick=False)
def test_without_a_day_it_is_today_in_the_office_s_zone(ask: Ask) -> None:
    here = read(ask("--json", facts={}))
    in_new_york = read(ask("--json", "--time-zone", "America/New_York", facts={}))

    assert (here["as_of"], in_new_york["as_of"]) == ("2026-11-22", "2026-11-23")


def test_a_person_reads_paragraphs_in_either_language(ask: Ask) -> None:
    _, english, _ = ask("--on", "2026-11-22", facts=FACTS)
    _, spanish, _ = ask("--on", "2026-11-22", "--language", "es", facts=FACTS)

    assert "Independent Medical Review (IMR): OPEN" in english
    assert "IMR-FILE-6M" in english
    assert "Revisión Médica Independiente" in spanish


def test_the_questions_are_listed_with_their_values(ask: Ask) -> None:
    questions = {one["name"]: one for one in read(ask("--questions", "--json"))}
    _, text, _ = ask("--questions")

    assert "SELF-FUNDED" in questions["coverage"]["values"]
    assert questions["notice_on"]["kind"] == "day"
    assert "provider_link (one_of)" in text


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"coverag": "MA"}, "Did you mean coverage"),
        ({"coverage": "KK-MEDICAL"}, "KK-MEDI-CAL"),
        ([], "Facts are a JSON object"),
        ({"as_of": "soon"}, '"soon" is not a day'),
    ],
)
def test_unknown_facts_are_refused_with_a_sentence(ask: Ask, facts: object, sentence: str) -> None:
    code, out, err = ask("--json", facts=facts)

    assert (code, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err


def test_a_file_that_is_not_there_or_no_json_is_refused(ask: Ask, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")

    for file in (str(tmp_path / "absent.json"), str(broken), str(tmp_path)):
        code, _, err = ask("--facts", file)
        assert code == 2
        assert err.count("\n") == 1
    assert ask("--time-zone", "Mars/North", facts={})[0] == 2


def test_it_answers_without_django() -> None:
    program = (
        "import sys\n"
        "from openmso.project.commands import main\n"
        "code = main(['remedies', '--questions'])\n"
        "sys.exit(code or ('django' in sys.modules))"
    )

    told = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)

    assert told.returncode == 0, told.stderr
