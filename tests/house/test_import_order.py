"""Each floor leans on the floors below; the order stands in .importlinter."""

import subprocess
import sys
from pathlib import Path

from source_code import ROOT

# A process of its own: the linter sets up logging for itself and silences every other logger.
LINTER = Path(sys.executable).with_name("lint-imports")


def test_the_order_of_the_house_holds() -> None:
    told = subprocess.run(
        [LINTER, "--no-logo", "--no-cache", "--config", ROOT / ".importlinter"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, f"An import goes against the order:\n{told.stdout}{told.stderr}"
