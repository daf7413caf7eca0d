"""What every attack needs: two offices with something to steal."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from hostile.two_offices import TwoOffices, make_two_offices


@pytest.fixture(scope="module")
def offices(committed_rows: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoOffices]:
    """Two offices, committed; attacks undo what they change or leave it to be found."""
    files: Path = tmp_path_factory.mktemp("files")
    with override_settings(DATA_DIR=files):
        yield make_two_offices()


@pytest.fixture
def quiet_logs() -> Iterator[None]:
    """No log lines: thousands of attacks would only fill memory with them."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
