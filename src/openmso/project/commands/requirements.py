"""`openmso requirements`: which requirements of the inventory the tests prove."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from openmso.project.requirements import results
from openmso.project.requirements.inventory import all_requirements
from openmso.project.requirements.proof import Proof, proofs

HELP = "tell which requirements the tests prove"
_ROOT = Path(__file__).resolve().parents[4]
RESULTS = _ROOT / "build" / "test-results" / "requirements.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For people, or for programs."""
    parser.add_argument("--json", action="store_true", help="one JSON list, an object per id")


def run(args: argparse.Namespace) -> int:
    """Print the state of proof after the last runs of the tests."""
    found = proofs(all_requirements(), results.read(RESULTS, root=_ROOT))
    sys.stdout.write(as_json(found) if args.json else as_text(found))
    return 0


def as_json(found: Sequence[Proof]) -> str:
    """One object per line inside a list, so that both a program and a person can read it."""
    rows = ",\n".join(json.dumps(asdict(proof), ensure_ascii=False) for proof in found)
    return f"[\n{rows}\n]\n"


def as_text(found: Sequence[Proof]) -> str:
    """Counts per capability, then what is proven and by how many tests."""
    total = Counter(proof.capability for proof in found)
    proven = Counter(proof.capability for proof in found if proof.proven)
    width = max(len(name) for name in total)
    lines = [f"{name:<{width}}  {proven[name]:>3} of {total[name]:>3} proven" for name in total]
    lines.append(f"{'All':<{width}}  {proven.total():>3} of {total.total():>3} proven")
    lines.append("")
    lines.extend(_line(proof) for proof in found if proof.tests)
    return "\n".join(lines) + "\n"


def _line(proof: Proof) -> str:
    tests = "1 test" if len(proof.tests) == 1 else f"{len(proof.tests)} tests"
    return f"{proof.id}  {'proven' if proof.proven else 'NOT proven'} by {tests}"
