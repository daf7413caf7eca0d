"""Starts the sealer every few seconds."""

from openmso.office import clock
from openmso.office.jobs.queue import every
from openmso.office.keys.signing import signing_key

from .sealing import seal_all


@every("* * * * * */15", name="seals.seal")
def seal() -> None:
    """Seal what was written since the last time. Raises KeyMissing."""
    seal_all(key=signing_key(), at=clock.now())
