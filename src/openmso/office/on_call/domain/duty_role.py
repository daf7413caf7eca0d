"""For what somebody can be on duty. Not what an account may do: that is office/access/roles.py."""

from enum import StrEnum


class DutyRole(StrEnum):
    NURSE = "nurse"
    PHYSICIAN = "physician"
    MEDICAL_DIRECTOR = "medical_director"
    COVERING_PHYSICIAN = "covering_physician"
    HOSPITALIST = "hospitalist"
    SUPERVISOR = "supervisor"


DUTY_NAMES = {
    DutyRole.NURSE: "Nurse on call",
    DutyRole.PHYSICIAN: "Physician on call",
    DutyRole.MEDICAL_DIRECTOR: "Medical director",
    DutyRole.COVERING_PHYSICIAN: "Covering physician",
    DutyRole.HOSPITALIST: "Hospitalist",
    DutyRole.SUPERVISOR: "Supervisor on call",
}
"""The roles as people read them."""
