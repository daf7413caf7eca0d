"""The tables of case management, by what they hold."""

from .care_case import CareCase
from .continuity import ContinuityAnswer, Treatment
from .follow_up import Contact, Instructions, StatusEntry, Task
from .plan import CarePlan, Comment, Goal, StandingAccess

__all__ = [
    "CareCase",
    "CarePlan",
    "Comment",
    "Contact",
    "ContinuityAnswer",
    "Goal",
    "Instructions",
    "StandingAccess",
    "StatusEntry",
    "Task",
    "Treatment",
]
