"""What reviewers must get, and who gets it there: we, the network's doctors, doctors outside.

The law lets nobody but us gather what we and the network's doctors hold; only from doctors outside
the network must the member ask, and then is told exactly whom. Sources: HSC 1374.30(n); the
regulator's public page about Independent Medical Review.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class OwedBy(StrEnum):
    """Whose task it is to get a paper."""

    US = "us"
    NETWORK_DOCTOR = "network_doctor"
    OUTSIDE_DOCTOR = "outside_doctor"
    TREATING_DOCTOR = "treating_doctor"
    MEMBER = "member"


class Kind(StrEnum):
    """What the paper is; `says.py` has the words for each reader."""

    OUR_RECORD = "our_record"
    RULE_USED = "rule_used"
    LETTERS = "letters"
    DOCTORS_RECORDS = "doctors_records"
    URGENCY_CERTIFICATE = "urgency_certificate"
    THERAPY_CERTIFICATE = "therapy_certificate"
    APPLICATION = "application"


class Step(StrEnum):
    """How far a paper has come."""

    NEEDED = "needed"
    ASKED = "asked"
    RECEIVED = "received"
    NOT_TO_BE_HAD = "not_to_be_had"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doctor:
    """A doctor who may hold records. `place` is where to ask: practice or address, and phone."""

    name: str
    in_network: bool
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One line of the checklist. `holder` is the doctor who has it, "" for us and the member."""

    kind: Kind
    owed_by: OwedBy
    holder: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One line of the checklist as it stands. `why_not` is given for what cannot be had."""

    paper: Paper
    step: Step
    why_not: str = ""


OURS = frozenset({OwedBy.US, OwedBy.NETWORK_DOCTOR})
"""What the law makes the plan's own task."""


def checklist(
    doctors: Iterable[Doctor], *, urgent: bool, experimental: bool, application: bool
) -> tuple[Paper, ...]:
    """Return every paper that the packet needs, ours first; a doctor named twice counts once.

    `application`: the member applies with a form. The first doctor is the one who treats and so
    certifies urgency, and the need of an unproven therapy.
    """
    found = tuple(dict.fromkeys(doctors))
    papers = [Paper(kind=kind, owed_by=OwedBy.US) for kind in _ALWAYS_OURS]
    papers += [_records_of(doctor) for doctor in sorted(found, key=lambda one: not one.in_network)]
    for kind, needed in (
        (Kind.URGENCY_CERTIFICATE, urgent),
        (Kind.THERAPY_CERTIFICATE, experimental),
    ):
        if needed:
            papers.append(certificate(kind, found[0] if found else None))
    if application:
        papers.append(Paper(kind=Kind.APPLICATION, owed_by=OwedBy.MEMBER))
    return tuple(papers)


def certificate(kind: Kind, doctor: Doctor | None) -> Paper:
    """Return the line for what the treating doctor must write."""
    return Paper(
        kind=kind,
        owed_by=OwedBy.TREATING_DOCTOR,
        holder=doctor.name if doctor else "",
        place=doctor.place if doctor else "",
    )


def in_the_way(papers: Iterable[Gathered]) -> tuple[Paper, ...]:
    """Return what must still be done before the packet may leave: all that is ours to get.

    A paper that cannot be had is in nobody's way once the reason is written down. What others
    owe never holds our packet back; it follows at once when it comes.
    """
    return tuple(
        one.paper
        for one in papers
        if one.paper.owed_by in OURS
        and one.step is not Step.RECEIVED
        and not (one.step is Step.NOT_TO_BE_HAD and one.why_not.strip())
    )


def still_missing(papers: Iterable[Gathered]) -> tuple[Paper, ...]:
    """Return what has not come, whoever owes it: what a member is told when a review takes long."""
    done = {Step.RECEIVED, Step.NOT_TO_BE_HAD}
    return tuple(one.paper for one in papers if one.step not in done)


def doctors_to_ask(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return the doctors outside the network whom the member must ask, in the checklist's order."""
    return tuple(one for one in papers if one.owed_by is OwedBy.OUTSIDE_DOCTOR)


def _records_of(doctor: Doctor) -> Paper:
    return Paper(
        kind=Kind.DOCTORS_RECORDS,
        owed_by=OwedBy.NETWORK_DOCTOR if doctor.in_network else OwedBy.OUTSIDE_DOCTOR,
        holder=doctor.name,
        place=doctor.place,
    )


_ALWAYS_OURS = (Kind.OUR_RECORD, Kind.RULE_USED, Kind.LETTERS)
