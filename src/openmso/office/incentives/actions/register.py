"""Somebody plans a program: it is written down with what it does, before anything is promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import IncentiveProgram


class NameTaken(ValueError):
    """A program of this name is registered. The sentence is for the person who registers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProgram:
    """A program as it is planned; `answers` are yes or no by the code of the question."""

    name: str
    whom: str
    reward: str
    goal: str
    from_on: date
    answers: Mapping[str, bool]
    explanation: str = ""


@action
def register(new: NewProgram, *, by: Actor, at: datetime) -> IncentiveProgram:
    """Write the program down. Raises NameTaken."""
    by.require(Permission.INCENTIVE_REGISTER)
    if by.id is None:
        raise NotAllowed("Only a person registers a program.")
    program = IncentiveProgram(
        tenant_id=by.tenant_id,
        name=new.name,
        whom=new.whom,
        reward=new.reward,
        goal=new.goal,
        from_on=new.from_on,
        answers=dict(new.answers),
        explanation=new.explanation,
        registered_at=at,
        registered_by_id=by.id,
        registered_by_name=by.name,
    )
    try:
        with transaction.atomic():
            program.save(force_insert=True)
    except IntegrityError:
        raise NameTaken(
            f'"{new.name}" is registered already. Give this one another name.'
        ) from None
    record(program, Event.REGISTERED, by=by, at=at)
    return program
