"""How a simulated vendor can be told to fail: by a word in its own folder, so that every process
that uses the simulator sees it."""

from pathlib import Path

from openmso.office.outbound.interfaces import CarrierFailed

MOOD = "refuses-because.txt"


class Mood:
    """The present mood of one simulated vendor: it takes everything, or refuses with a sentence."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / MOOD

    def refuse(self, because: str) -> None:
        """Refuse everything from now on, with this sentence."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(because, encoding="utf-8")

    def take(self) -> None:
        """Take everything again."""
        self._file.unlink(missing_ok=True)

    def check(self) -> None:
        """Raise CarrierFailed while the vendor refuses."""
        try:
            because = self._file.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return
        raise CarrierFailed(because)
