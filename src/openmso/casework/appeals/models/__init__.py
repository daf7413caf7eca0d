"""The tables of appeals, by what they hold."""

from .answer import AppealAnswer
from .appeal import Appeal
from .opened import AppealPaperOpened
from .payment import DeniedPayment, PaymentOrder
from .reporting import ReportingLine

__all__ = [
    "Appeal",
    "AppealAnswer",
    "AppealPaperOpened",
    "DeniedPayment",
    "PaymentOrder",
    "ReportingLine",
]
