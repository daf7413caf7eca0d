"""An order is stored as it was and comes back the same."""

import json

import pytest

from openmso.office.letters.frozen_fields import fingerprint
from openmso.office.letters.frozen_order import frozen, thawed
from openmso.office.letters.letter_catalog import CatalogEntry, every_entry
from openmso.office.letters.specimens import specimen


@pytest.mark.parametrize("entry", every_entry(), ids=str)
def test_every_order_survives_the_database(entry: CatalogEntry) -> None:
    order = specimen(entry.kind, entry.reader, line_of_business=entry.line_of_business)

    stored = json.loads(json.dumps(frozen(order)))

    assert thawed(stored) == order


def test_a_changed_word_changes_the_fingerprint() -> None:
    entry = every_entry()[0]
    stored = frozen(specimen(entry.kind, entry.reader, line_of_business=entry.line_of_business))
    before = fingerprint(stored)

    stored["addressee"]["name"] = "Somebody Else"

    assert fingerprint(stored) != before
