"""The folder a demo office lives in: its mark, its secret key, its database, its lock.

Everything a demo can do that a real office cannot (the pushed clock, sign-in from the command
line, codes on a page) asks first whether the folder carries the mark.
"""

import fcntl
import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from openmso.project.embedded_postgres import address_of
from openmso.project.refusal import Refusal

MARK = "openmso-demo.json"


class NotADemoFolder(Refusal):
    """The folder holds something, and it is not a demo office."""


class DemoIsRunning(Refusal):
    """Another `openmso demo` works on the same folder."""


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """One demo office's folder; `path` is absolute."""

    path: Path

    @property
    def database_folder(self) -> Path:
        return self.path / "postgres"

    def database_url(self) -> str:
        """The address of the folder's own database, running or not."""
        return address_of(self.database_folder).url

    def is_marked(self) -> bool:
        return (self.path / MARK).is_file()

    def prepare(self) -> None:
        """Make the folder and its mark; a folder with other things in it is refused."""
        if self.is_marked():
            return
        if self.path.exists() and any(self.path.iterdir()):
            raise NotADemoFolder(
                f"{self.path} holds other things than a demo office. Choose another folder with "
                "--data-dir."
            )
        self.path.mkdir(parents=True, exist_ok=True)
        self.path.chmod(0o700)
        self.remember()

    def remember(self, **facts: object) -> None:
        """Note facts about the office (`members`, `schema`, `built`) beside the mark."""
        text = json.dumps(self.facts() | facts, indent=2, sort_keys=True)
        beside = self.path / f"{MARK}.new"
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(self.path / MARK)

    def facts(self) -> dict[str, object]:
        if not self.is_marked():
            return {}
        facts: dict[str, object] = json.loads((self.path / MARK).read_text(encoding="utf-8"))
        return facts

    def secret_key(self) -> str:
        """The key that signs this demo's sessions; made once, readable by its owner only."""
        file = self.path / "secret_key"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(48), encoding="utf-8")
        return file.read_text(encoding="utf-8")

    def remove(self) -> None:
        """Delete the office and its folder. Only a marked folder can be deleted."""
        if not self.path.exists() or not any(self.path.iterdir()):
            return
        if not self.is_marked():
            raise NotADemoFolder(
                f"{self.path} does not carry the mark of a demo office, so --fresh leaves it "
                "alone. Choose another folder with --data-dir."
            )
        shutil.rmtree(self.path)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other `openmso demo` off this folder while the block runs."""
        lock = self.path.parent / f".{self.path.name}.lock"
        lock.parent.mkdir(parents=True, exist_ok=True)
        with lock.open("w", encoding="utf-8") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise DemoIsRunning(
                    f"A demo is already running on {self.path}. Stop it first (Ctrl-C in its "
                    "window), or give this one another folder with --data-dir."
                ) from None
            yield
