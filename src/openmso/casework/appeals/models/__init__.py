"""The tables of appeals, by what they hold."""

from .answer import AppealAnswer
from .appeal import Appeal
from .opened import AppealPaperOpened
from .reporting import ReportingLine

__all__ = ["Appeal", "AppealAnswer", "AppealPaperOpened", "ReportingLine"]
