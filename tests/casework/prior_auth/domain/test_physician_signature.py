"""A physician signs with a licence and an attestation of the day, whatever is signed."""

import pytest

from openmso.casework.prior_auth.domain.physician_signature import why_no_signature


@pytest.mark.requirement("S000-67", "S003-29")
def test_a_licence_and_an_attestation_of_the_day_are_enough() -> None:
    assert why_no_signature(state="CA", licensed_in=frozenset({"CA"}), attested=True) == ()


def test_everything_that_is_in_the_way_is_told_at_once() -> None:
    reasons = why_no_signature(state="CA", licensed_in=frozenset({"AZ"}), attested=False)

    assert [reason.partition(" that ")[0] for reason in reasons] == [
        "You hold no physician license",
        "Your attestation",
    ]
