"""Invented decisions as a regulator might publish them, as a file and as rows."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from openmso.casework.external_review.published_decisions.actions.load_decisions import (
    Loaded,
    load_decisions,
)
from openmso.casework.external_review.published_decisions.domain.decision import (
    Kind,
    Outcome,
    PublishedDecision,
)
from openmso.casework.external_review.published_decisions.file.opening import opened
from openmso.casework.external_review.published_decisions.file.reading import ReadFile, read_file
from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant

LOADED_AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
HEADER = (
    *("ReferenceID", "ReportYear", "DiagnosisCategory", "DiagnosisSubCategory"),
    *("TreatmentCategory", "TreatmentSubCategory", "Determination", "Type", "AgeRange"),
    *("PatientGender", "Findings"),
)
LINE: Mapping[str, str] = {
    "ReferenceID": "MN14-70001",
    "ReportYear": "2014",
    "DiagnosisCategory": "Orthopedic/ Musculoskeletal",
    "DiagnosisSubCategory": "Back Pain",
    "TreatmentCategory": "Diagnostic Imaging, Screening and Testing",
    "TreatmentSubCategory": "MRI",
    "Determination": "Overturned Decision of Health Plan",
    "Type": "Medical Necessity",
    "AgeRange": "41-50",
    "PatientGender": "Female",
    "Findings": "",
}


def sheet(*changes: Mapping[str, str], header: Iterable[str] = HEADER, separator: str = ",") -> str:
    """Return a file with one line for each set of changes to the sample line."""
    header = tuple(header)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(header)
    writer.writerows([({**LINE, **change}).get(name, "") for name in header] for change in changes)
    return text.getvalue()


def read(content: bytes | str) -> ReadFile:
    """Read a file as the command does, in 2026."""
    raw = content.encode() if isinstance(content, str) else content
    return read_file(opened(raw), this_year=2026)


def decision(number: int = 70001, **given: Any) -> PublishedDecision:
    """Return one invented decision."""
    facts: dict[str, Any] = {
        "reference": f"MN14-{number}",
        "year": 2014,
        "kind": Kind.MEDICAL_NECESSITY,
        "outcome": Outcome.OVERTURNED,
        "diagnosis_group": "bones_joints",
        "diagnosis": "Orthopedic/ Musculoskeletal",
        "diagnosis_detail": "Back Pain",
        "treatment_group": "imaging_tests",
        "treatment": "Diagnostic Imaging, Screening and Testing",
        "treatment_detail": "MRI",
    }
    return PublishedDecision(**facts | given)


def load(tenant: Tenant, *decisions: PublishedDecision, at: datetime = LOADED_AT) -> Loaded:
    """Put decisions into the table."""
    by = Actor.system("load", tenant.id)
    return load_decisions(decisions, digest="0" * 64, by=by, at=at)
