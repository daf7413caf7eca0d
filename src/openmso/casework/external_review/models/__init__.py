"""The tables of reviews by outside bodies, by what they hold."""

from .contact import OutsideContact
from .decision import OutsideDecision
from .paper import PacketPaper
from .review import ExternalReview

__all__ = ["ExternalReview", "OutsideContact", "OutsideDecision", "PacketPaper"]
