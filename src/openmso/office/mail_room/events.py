"""The names of what can happen to an arrived paper. Each has one writer."""

from enum import StrEnum


class Event(StrEnum):
    ARRIVED = "mail_room.arrived"
    OPENED = "mail_room.opened"
    SETTLED = "mail_room.settled"
    TAKEN_BACK = "mail_room.taken_back"
