"""Locks hold names, versions and hashes; where to fetch from is the machine's business."""

import json
import re

import pytest

from source_code import ROOT

LOCKS = [*ROOT.glob("requirements*.lock"), ROOT / "package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: object) -> None:
    text = (ROOT / str(lock)).read_text(encoding="utf-8")

    assert not re.search(r"https?://", text), "run `make lock`, which leaves addresses out"


@pytest.mark.parametrize("lock", LOCKS[:-1], ids=lambda lock: lock.name)
def test_every_python_package_has_a_hash(lock: object) -> None:
    lines = (ROOT / str(lock)).read_text(encoding="utf-8").splitlines()

    named = [line for line in lines if "==" in line]

    assert named
    assert all(line.endswith("\\") for line in named)


def test_every_front_end_package_has_a_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert all("integrity" in package for name, package in packages.items() if name)


def test_both_python_locks_agree() -> None:
    running = _versions("requirements.lock")
    testing = _versions("requirements-dev.lock")

    assert running.items() <= testing.items()


def _versions(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    named = (line.split(" ", 1)[0].split("==") for line in lines if "==" in line[:60])
    return dict(named)
