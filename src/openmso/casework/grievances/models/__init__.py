"""The tables of grievances, by what they hold."""

from .answer import GrievanceAnswer
from .contact import MemberContact
from .grievance import Grievance

__all__ = ["Grievance", "GrievanceAnswer", "MemberContact"]
