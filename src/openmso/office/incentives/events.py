"""The names of what can happen to an incentive program."""

from enum import StrEnum


class Event(StrEnum):
    REGISTERED = "incentive.registered"
    REVIEWED = "incentive.reviewed"
    ACTIVATED = "incentive.activated"
    REFUSED = "incentive.refused"
    ENDED = "incentive.ended"
