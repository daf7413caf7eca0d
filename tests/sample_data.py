"""Sample data and legal tables that may lie beside the checkout; without them a test is skipped."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def sample_folder(name: str) -> Path:
    """Return the folder `shared/data/name` beside the checkout, or skip the test."""
    return shared_file(f"data/{name}")


def shared_file(path: str) -> Path:
    """Return `path` inside the folder `shared` beside the checkout, or skip the test."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"../shared/{path} is not there: this test needs that sample data")
    return found
