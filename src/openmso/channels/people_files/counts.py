"""What a load did, in numbers and in what it refused."""

from dataclasses import dataclass, field

from .refused import Refused


@dataclass(slots=True)
class Counted:
    """Of one kind of record: how many were added and how many were known before."""

    added: int = 0
    known: int = 0


@dataclass(slots=True)
class Loaded:
    """The outcome of one load."""

    practices: Counted = field(default_factory=Counted)
    practitioners: Counted = field(default_factory=Counted)
    members: Counted = field(default_factory=Counted)
    coverage_spans: Counted = field(default_factory=Counted)
    doctors_changed: int = 0
    wishes_answered: int = 0
    refused: list[Refused] = field(default_factory=list)

    def kinds(self) -> tuple[tuple[str, Counted], ...]:
        return (
            ("practices", self.practices),
            ("practitioners", self.practitioners),
            ("members", self.members),
            ("coverage spans", self.coverage_spans),
        )
