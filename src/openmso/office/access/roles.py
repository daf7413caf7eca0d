"""Who may do what: one role, one sentence, one list."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .permissions import Permission as P


class Role(StrEnum):
    INTAKE = "intake_coordinator"
    NURSE = "um_nurse"
    PHYSICIAN = "physician_reviewer"
    SUPERVISOR = "um_supervisor"
    CASE_MANAGER = "case_manager"
    OFFICE_ADMIN = "office_admin"
    ANSWERING_SERVICE = "answering_service"
    PRIVACY = "privacy_officer"
    PRACTICE = "practice_staff"
    PRACTICE_MANAGER = "practice_manager"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class RoleText:
    """A role as people read it, and the area of the site it lands in after signing in."""

    name: str
    sentence: str
    area: str
    permissions: frozenset[P]


_DESK = {
    P.SIGNED_IN,
    P.WORKLIST_READ,
    P.MEMBER_SEARCH,
    P.ELIGIBILITY_CHECK,
    P.CODE_SEARCH,
    P.CASE_READ,
    P.DOCUMENT_READ,
    P.CASE_MESSAGE,
    P.LETTER_READ,
    P.ON_CALL_READ,
    P.EMERGENCY_ACCESS,
    P.DEMO_CLOCK,
}
_COUNTER = {
    P.SIGNED_IN,
    P.CODE_SEARCH,
    P.PRACTICE_REQUEST_SUBMIT,
    P.PRACTICE_REQUEST_READ,
    P.PRACTICE_ELIGIBILITY,
    P.PRACTICE_APPEAL,
    P.PRACTICE_CONCERN,
}
_INTAKE = {
    P.REQUEST_KEY_IN,
    P.REQUEST_INFORMATION,
    P.REQUEST_RETIME,
    P.PRIOR_AUTH_WITHDRAW,
    P.POST_STABILIZATION_KEY_IN,
    P.POST_STABILIZATION_FOLLOW,
    P.STAY_KEY_IN,
    P.STAY_FOLLOW,
    P.OUTSIDE_REVIEW_WORK,
    P.APPEAL_FILE,
    P.GRIEVANCE_FILE,
}

ROLES: dict[Role, RoleText] = {
    Role.INTAKE: RoleText(
        "Intake coordinator",
        "Turns faxes, calls and mail into cases with the right clock.",
        "staff",
        frozenset(_DESK | _INTAKE | {P.ON_CALL_TAKE_CALL}),
    ),
    Role.NURSE: RoleText(
        "UM nurse",
        "Compares requests with criteria, approves what meets them, sends the rest to a physician.",
        "staff",
        frozenset(
            _DESK
            | _INTAKE
            | {
                P.CRITERIA_REVIEW,
                P.GRIEVANCE_WORK,
                P.PRIOR_AUTH_APPROVE,
                P.PRIOR_AUTH_EXTEND,
                P.PEER_TO_PEER,
                P.POST_STABILIZATION_APPROVE,
                P.STAY_STATUS,
                P.STAY_APPROVE_DAYS,
                P.ON_CALL_ANSWER,
            }
        ),
    ),
    Role.PHYSICIAN: RoleText(
        "Physician reviewer",
        "Decides what a nurse cannot approve; the only role that may deny or reduce.",
        "staff",
        frozenset(
            _DESK
            | {
                P.CRITERIA_REVIEW,
                P.REQUEST_INFORMATION,
                P.REQUEST_RETIME,
                P.PRIOR_AUTH_APPROVE,
                P.PRIOR_AUTH_DENY,
                P.PRIOR_AUTH_EXTEND,
                P.PEER_TO_PEER,
                P.POST_STABILIZATION_FOLLOW,
                P.POST_STABILIZATION_APPROVE,
                P.POST_STABILIZATION_DISAGREE,
                P.STAY_FOLLOW,
                P.STAY_STATUS,
                P.STAY_APPROVE_DAYS,
                P.STAY_REFUSE_DAYS,
                P.APPEAL_ANSWER,
                P.GRIEVANCE_FILE,
                P.GRIEVANCE_WORK,
                P.ATTEST,
                P.INCENTIVE_READ,
                P.INCENTIVE_REVIEW_MEDICAL,
                P.ON_CALL_ANSWER,
            }
        ),
    ),
    Role.SUPERVISOR: RoleText(
        "UM supervisor",
        "Keeps the desk in time: assigns, re-times, reopens.",
        "staff",
        frozenset(
            _DESK
            | _INTAKE
            | {
                P.WORKLIST_ASSIGN,
                P.HOSPITAL_MANAGE,
                P.STAY_STATUS,
                P.CARE_CASE_READ,
                P.CARE_CASE_WORK,
                P.APPEAL_PREPARE,
                P.GRIEVANCE_WORK,
                P.PRIOR_AUTH_REOPEN,
                P.PRIOR_AUTH_EXTEND,
                P.REPORT_READ,
                P.REPORT_OPEN_CASES,
                P.REPORT_REVIEW,
                P.ON_CALL_PLAN,
                P.ON_CALL_ANSWER,
                P.ON_CALL_TAKE_CALL,
            }
        ),
    ),
    Role.CASE_MANAGER: RoleText(
        "Case manager",
        "Follows members who need more than single answers: daily status, care plan, tasks.",
        "staff",
        frozenset(_DESK | {P.CARE_CASE_READ, P.CARE_CASE_WORK, P.STAY_STATUS, P.ON_CALL_ANSWER}),
    ),
    Role.OFFICE_ADMIN: RoleText(
        "Office administrator",
        "Looks after accounts, letter wording and work that got stuck; sees no clinical case.",
        "staff",
        frozenset(
            {
                P.SIGNED_IN,
                P.JOB_SHELF,
                P.AUDIT_READ,
                P.REPORT_READ,
                P.LETTER_WORDING,
                P.INCENTIVE_READ,
                P.INCENTIVE_REGISTER,
                P.ACCOUNT_MANAGE,
                P.HOSPITAL_MANAGE,
                P.DEMO_CLOCK,
            }
        ),
    ),
    Role.PRIVACY: RoleText(
        "Privacy officer",
        "Reviews every use of emergency access and the law's side of incentive programs; sees who "
        "opened what and why, and no case.",
        "staff",
        frozenset(
            {
                P.SIGNED_IN,
                P.EMERGENCY_REVIEW,
                P.AUDIT_READ,
                P.INCENTIVE_READ,
                P.INCENTIVE_REVIEW_COMPLIANCE,
                P.DEMO_CLOCK,
            }
        ),
    ),
    Role.ANSWERING_SERVICE: RoleText(
        "Answering service",
        "Takes calls when the office is closed and pages whoever is on call; opens no chart.",
        "staff",
        frozenset({P.SIGNED_IN, P.ON_CALL_TAKE_CALL}),
    ),
    Role.PRACTICE: RoleText(
        "Practice staff",
        "Asks for care on behalf of the practice's patients and reads the answers.",
        "practice",
        frozenset(_COUNTER),
    ),
    Role.PRACTICE_MANAGER: RoleText(
        "Practice manager",
        "The first person of a practice: works like its staff, and invites its colleagues.",
        "practice",
        frozenset(_COUNTER | {P.PRACTICE_COLLEAGUES}),
    ),
    Role.MEMBER: RoleText(
        "Member",
        "Reads the letters, the requests made for them and the care plan, and has a say in it.",
        "member",
        frozenset(
            {P.SIGNED_IN, P.MEMBER_OWN_READ, P.MEMBER_APPEAL, P.MEMBER_CONCERN, P.MEMBER_OWN_SAY}
        ),
    ),
}


@lru_cache(maxsize=64)
def _permissions(roles: frozenset[str]) -> frozenset[P]:
    return frozenset().union(*(ROLES[Role(role)].permissions for role in roles))


def permissions_of(roles: Iterable[str]) -> frozenset[P]:
    """Return everything these roles may do together. Raises ValueError for an unknown role."""
    return _permissions(frozenset(roles))


def area_of(roles: Iterable[str]) -> str:
    """Return "staff", "practice" or "member": where a person with these roles works."""
    areas = {ROLES[Role(role)].area for role in roles}
    return next((area for area in ("staff", "practice", "member") if area in areas), "member")
