"""The tables of hospital stays, by what they hold."""

from .admission import Admission
from .care import DailyStatus, NoticeGiven
from .moves import StayMove
from .review import ConcurrentReview

__all__ = ["Admission", "ConcurrentReview", "DailyStatus", "NoticeGiven", "StayMove"]
