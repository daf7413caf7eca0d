"""Every test of a page starts in English and leaves no language behind for the next one."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def the_page_s_language() -> Iterator[None]:
    translation.activate("en")
    yield
    translation.deactivate()
