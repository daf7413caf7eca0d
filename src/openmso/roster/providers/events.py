"""The names of what can happen to the network."""

from enum import StrEnum


class Event(StrEnum):
    PRACTICE_ADDED = "practice.added"
    PRACTICE_CORRECTED = "practice.corrected"
    PRACTITIONER_ADDED = "practitioner.added"
    PRACTITIONER_CORRECTED = "practitioner.corrected"
    PLACED = "practitioner.placed"
    PLACEMENT_ENDED = "practitioner.placement_ended"
    JOINED_NETWORK = "practitioner.joined_network"
    LEFT_NETWORK = "practitioner.left_network"
    HOSPITAL_ADDED = "hospital.added"
    HOSPITAL_CHANGED = "hospital.changed"
    HOSPITALIST_ADDED = "hospital.hospitalist_added"
    HOSPITALIST_ENDED = "hospital.hospitalist_ended"
