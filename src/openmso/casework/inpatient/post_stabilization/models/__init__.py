"""The tables of inpatient cases, by what they hold."""

from .codes import HospitalCode
from .post_stabilization import Consultation, PostStabilization, SignedAnswer

__all__ = ["Consultation", "HospitalCode", "PostStabilization", "SignedAnswer"]
