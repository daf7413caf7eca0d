"""What every test may lean on: the database, the browser, and the proof of requirements."""

import gc
import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from openmso.office.keys.ready import make_missing_keys

# With the usual numbers the search for garbage takes a seventh of the time.
gc.set_threshold(100_000, 50, 100)

# A test shares its connection with the requests it makes, and looks at every office's rows after.
settings.MIDDLEWARE.insert(0, "every_office_again.EveryOfficeAgain")

make_missing_keys()

pytest_plugins = ["proof_of_requirements", "chromium"]

hypothesis_settings.register_profile("suite", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """Leave what was loaded out of every later search for garbage."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    """Forget earlier tries: the limits on sign-in count by address, and all tests share one."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give this process its own database, cloned from one that was migrated once.

    The server starts when the first test asks for it; tests without a database never wait.
    """
    from database import own_database

    with django_db_blocker.unblock(), own_database():
        yield


@pytest.fixture(scope="module")
def committed_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this module's own in which every thread sees what the others committed.

    Nothing is undone between its tests; instead of the mark `django_db`, not besides it.
    """
    from database import database_of_commits

    with django_db_blocker.unblock(), database_of_commits("commits"):
        yield
