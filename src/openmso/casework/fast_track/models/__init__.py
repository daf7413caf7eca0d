"""The tables of care that ends, by what they hold."""

from .case import FastTrackCase
from .decision import QioDecision

__all__ = ["FastTrackCase", "QioDecision"]
