"""The merge fields of every letter: one frozen record per letter, and what records share.

Everything a letter states is handed in. Numbers with a unit and dates come from the rulebook or
from the case; no builder knows one. `last_day` dates are inclusive, as people read them.
"""

from .answers import (
    Approval,
    ApprovalFields,
    DelayFields,
    DenialFields,
    ExtensionFields,
    InformationFields,
    PartialApprovalFields,
    SilenceFields,
    SilenceMeans,
    Validity,
    ValidityEnd,
)
from .appeals import (
    AppealClosedFields,
    AppealEnd,
    AppealExtensionFields,
    AppealNotFastFields,
    AppealOverturnedFields,
    AppealReceivedFields,
    AppealUpheldFields,
    PaymentOrder,
    PaymentOrderedFields,
    ReviewPapersFields,
)
from .care import CareInstructionsFields, CarePlanFields, CareSpecialist
from .care_that_ends import EndReasonsFields
from .case import (
    CaseFacts,
    Claim,
    DayNamed,
    Length,
    Professional,
    Service,
    Told,
    Wording,
    worded_for,
)
from .grievances import (
    GrievanceAnsweredFields,
    GrievanceClosedFields,
    GrievanceEnd,
    GrievanceExtensionFields,
    GrievanceFinding,
    GrievanceReceivedFields,
    ReviewGroup,
)
from .hospitals import (
    HospitalApprovalFields,
    HospitalDisagreementFields,
    HospitalNight,
    PlanResponsibleFields,
    StayDaysApprovedFields,
    StayDaysRefusedFields,
    StayNews,
    StayNewsFields,
)
from .receipts import (
    ForwardedFields,
    NotEligibleBecause,
    NotEligibleFields,
    NotNeededBecause,
    NotNeededFields,
    ReceiptFields,
    WithdrawalFields,
)
from .refusal import Ground, PeerToPeer, Refusal, Remedy, RemedyKind, RuleUsed

Fields = (
    ApprovalFields
    | DenialFields
    | PartialApprovalFields
    | InformationFields
    | ExtensionFields
    | DelayFields
    | SilenceFields
    | ReceiptFields
    | WithdrawalFields
    | NotNeededFields
    | NotEligibleFields
    | ForwardedFields
    | HospitalApprovalFields
    | HospitalDisagreementFields
    | PlanResponsibleFields
    | AppealReceivedFields
    | AppealUpheldFields
    | AppealOverturnedFields
    | AppealExtensionFields
    | AppealClosedFields
    | AppealNotFastFields
    | PaymentOrderedFields
    | GrievanceReceivedFields
    | GrievanceAnsweredFields
    | GrievanceExtensionFields
    | GrievanceClosedFields
    | StayDaysApprovedFields
    | StayDaysRefusedFields
    | StayNewsFields
    | CarePlanFields
    | CareInstructionsFields
    | ReviewPapersFields
    | EndReasonsFields
)


__all__ = [
    "AppealClosedFields",
    "AppealEnd",
    "AppealExtensionFields",
    "AppealNotFastFields",
    "AppealOverturnedFields",
    "AppealReceivedFields",
    "AppealUpheldFields",
    "Approval",
    "ApprovalFields",
    "CareInstructionsFields",
    "CarePlanFields",
    "CareSpecialist",
    "CaseFacts",
    "Claim",
    "DayNamed",
    "DelayFields",
    "DenialFields",
    "EndReasonsFields",
    "ExtensionFields",
    "Fields",
    "ForwardedFields",
    "GrievanceAnsweredFields",
    "GrievanceClosedFields",
    "GrievanceEnd",
    "GrievanceExtensionFields",
    "GrievanceFinding",
    "GrievanceReceivedFields",
    "Ground",
    "HospitalApprovalFields",
    "HospitalDisagreementFields",
    "HospitalNight",
    "InformationFields",
    "Length",
    "NotEligibleBecause",
    "NotEligibleFields",
    "NotNeededBecause",
    "NotNeededFields",
    "PartialApprovalFields",
    "PaymentOrder",
    "PaymentOrderedFields",
    "PeerToPeer",
    "PlanResponsibleFields",
    "Professional",
    "ReceiptFields",
    "Refusal",
    "Remedy",
    "RemedyKind",
    "ReviewGroup",
    "ReviewPapersFields",
    "RuleUsed",
    "Service",
    "SilenceFields",
    "SilenceMeans",
    "StayDaysApprovedFields",
    "StayDaysRefusedFields",
    "StayNews",
    "StayNewsFields",
    "Told",
    "Validity",
    "ValidityEnd",
    "WithdrawalFields",
    "Wording",
    "worded_for",
]
