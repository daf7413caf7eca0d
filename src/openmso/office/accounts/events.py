"""The names of what can happen to an invitation and to an account."""

from enum import StrEnum


class Event(StrEnum):
    INVITED = "invitation.made"
    INVITED_AGAIN = "invitation.made_again"
    SENT = "invitation.sent"
    WITHDRAWN = "invitation.withdrawn"
    ACCEPTED = "invitation.accepted"
    OPENED = "account.opened"
    SWITCHED_OFF = "account.switched_off"
    SWITCHED_ON = "account.switched_on"
    ROLE_CHANGED = "account.role_changed"
    REACH_CHANGED = "account.reach_changed"
    LANGUAGE_CHOSEN = "account.language_chosen"
