"""Every permission of the house. A page or an interface names exactly one of them."""

from enum import StrEnum


class Permission(StrEnum):
    """What a person may do; `roles.py` says who may do it."""

    SIGNED_IN = "signed_in"

    WORKLIST_READ = "worklist.read"
    WORKLIST_ASSIGN = "worklist.assign"
    MEMBER_SEARCH = "member.search"
    ELIGIBILITY_CHECK = "eligibility.check"
    CODE_SEARCH = "code.search"
    CASE_READ = "case.read"
    DOCUMENT_READ = "document.read"
    REQUEST_KEY_IN = "prior_auth.key_in"
    REQUEST_INFORMATION = "prior_auth.ask_for_information"
    REQUEST_RETIME = "prior_auth.set_urgency"
    CRITERIA_REVIEW = "prior_auth.review_criteria"
    PRIOR_AUTH_APPROVE = "prior_auth.approve"
    PRIOR_AUTH_DENY = "prior_auth.deny"
    PRIOR_AUTH_EXTEND = "prior_auth.extend"
    PRIOR_AUTH_REOPEN = "prior_auth.reopen"
    PRIOR_AUTH_WITHDRAW = "prior_auth.withdraw"
    PEER_TO_PEER = "prior_auth.peer_to_peer"
    CASE_MESSAGE = "prior_auth.message"
    POST_STABILIZATION_KEY_IN = "post_stabilization.key_in"
    POST_STABILIZATION_FOLLOW = "post_stabilization.follow"
    POST_STABILIZATION_APPROVE = "post_stabilization.approve"
    POST_STABILIZATION_DISAGREE = "post_stabilization.disagree"
    HOSPITAL_MANAGE = "hospital.manage"
    LETTER_READ = "letter.read"
    LETTER_WORDING = "letter.wording"
    ATTEST = "attestation.sign"
    JOB_SHELF = "jobs.shelf"
    AUDIT_READ = "audit.read"
    EMERGENCY_ACCESS = "emergency.access"
    EMERGENCY_REVIEW = "emergency.review"
    ACCOUNT_MANAGE = "account.manage"
    ON_CALL_READ = "on_call.read"
    ON_CALL_PLAN = "on_call.plan"
    ON_CALL_ANSWER = "on_call.answer"
    ON_CALL_TAKE_CALL = "on_call.take_call"

    PRACTICE_REQUEST_SUBMIT = "practice.request.submit"
    PRACTICE_REQUEST_READ = "practice.request.read"
    PRACTICE_ELIGIBILITY = "practice.eligibility"
    PRACTICE_COLLEAGUES = "practice.colleagues"

    MEMBER_OWN_READ = "member.own.read"

    DEMO_CLOCK = "demo.clock"
