"""The measurements run from the first to the last step; how fast, no test says."""

import json
import os
import subprocess
import sys
from pathlib import Path

OPENMSO = Path(sys.executable).with_name("openmso")
PAGES = ("create", "worklist", "case_page", "status_poll", "eligibility")
ASKED = (*PAGES, "hospital")


def test_a_short_run_fills_both_offices_and_every_request_is_answered(tmp_path: Path) -> None:
    steps = [word for step in ASKED for word in ("--only", step)]
    short = ["--seconds", "0.3", "--clients", "2", "--small", "1000", "--large", "1200"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}

    told = subprocess.run(
        [OPENMSO, "bench", *steps, *short, "--folder", tmp_path],
        env=own,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )

    assert told.returncode == 0, told.stderr[-3000:]
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    measured = {line["step"].removesuffix("_large") for line in lines}
    of_hospitals = {"hospital_form", "hospital_send", "hospital_status"}
    assert {"machine", *PAGES} | of_hospitals <= measured, measured
    assert all(line.get("errors", 0) == 0 for line in lines), told.stdout
