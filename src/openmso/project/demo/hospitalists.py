"""The hospitalists of the demo: one physician of each IPA at each hospital."""

from collections.abc import Iterable
from datetime import timedelta

from openmso.roster.providers.actions.keep_hospitalists import add_hospitalist
from openmso.roster.providers.models import Hospital

from .year.desk import Desk

_SINCE = timedelta(days=200)


def write_hospitalists(desk: Desk, hospitals: Iterable[Hospital]) -> None:
    """Name somebody of each IPA that has physicians at all."""
    ipa_ids = list(desk.roster.ipa_ids.items())
    at = desk.now - _SINCE
    for place, hospital in enumerate(hospitals):
        for number, (ipa, ipa_id) in enumerate(ipa_ids):
            fitting = [one for one in desk.roster.practitioners if ipa in one.ipas]
            if fitting:
                add_hospitalist(
                    hospital_id=hospital.id,
                    ipa_id=ipa_id,
                    npi=fitting[place % len(fitting)].npi,
                    phone=f"213-555-01{90 + number}",
                    from_on=at.date(),
                    by=desk.supervisor(),
                    at=at,
                )
