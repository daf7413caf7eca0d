"""Each way of running refuses to start half configured."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WHOLE = {
    "SECRET_KEY": "a-long-random-text-for-this-test-only-0123456789",
    "DATABASE_URL": "postgresql://office:secret@db.invalid/office",
    "ALLOWED_HOSTS": "office.example",
    "OPENMSO_DATA_DIR": "/var/lib/openmso",
    "OPENMSO_KEY_DIR": "/etc/openmso/keys",
}


def load(settings: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    program = (
        f"import importlib; s = importlib.import_module('openmso.project.settings.{settings}');"
        "print(s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS, hasattr(s, 'DEMO_DATA_DIR'))"
    )
    clean = {name: value for name, value in os.environ.items() if name not in WHOLE}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=clean | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", sorted(WHOLE))
def test_a_real_office_names_the_variable_it_misses(missing: str) -> None:
    done = load("prod", {name: value for name, value in WHOLE.items() if name != missing})

    assert done.returncode != 0
    assert f"Please set in the environment: {missing}" in done.stderr


def test_a_real_office_uses_secure_cookies_hsts_and_has_no_demo_powers() -> None:
    done = load("prod", WHOLE)

    assert done.stdout.split() == ["True", "63072000", "False"]


def test_a_real_office_runs_on_postgresql_only() -> None:
    done = load("prod", WHOLE | {"DATABASE_URL": "sqlite:////tmp/office.db"})

    assert "PostgreSQL" in done.stderr


def test_keys_never_lie_in_the_folder_that_is_backed_up_with_the_documents() -> None:
    done = load("prod", WHOLE | {"OPENMSO_KEY_DIR": "/var/lib/openmso/keys"})

    assert done.returncode != 0
    assert "OPENMSO_KEY_DIR must not lie in OPENMSO_DATA_DIR" in done.stderr


def test_demo_settings_refuse_a_folder_without_the_mark(tmp_path: Path) -> None:
    done = load("demo", {"OPENMSO_DEMO_DATA_DIR": str(tmp_path)})

    assert done.returncode != 0
    assert "is not a demo folder" in done.stderr
