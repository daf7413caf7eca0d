"""The invented offices, plans, IPAs and the terms between them."""

from dataclasses import dataclass
from typing import Any

LA_OFFICE: dict[str, Any] = {
    "key": "larkspur",
    "name": "Larkspur Health Management",
    "legal_name": "Larkspur Health Management Services, Inc.",
    "state": "CA",
    "time_zone": "America/Los_Angeles",
    "letterhead_address": "47200 Kestrel Point Way, Suite 300\nLos Angeles, CA 90033",
    "website": "larkspur.example.com",
}
AZ_OFFICE: dict[str, Any] = {
    "key": "phoenix",
    "name": "Copperleaf Medical Group",
    "legal_name": "Copperleaf Medical Group, P.C.",
    "state": "AZ",
    "time_zone": "America/Phoenix",
    "letterhead_address": "48100 Palo Sereno Dr\nPhoenix, AZ 85015",
    "website": "copperleaf.example.com",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """An invented plan. `number_prefix` starts its member numbers; `share` is its part of the
    office's members; `keeps` are (IPA, function) that the plan does not hand over."""

    key: str
    name: str
    line_of_business: str
    funding: str
    number_prefix: str
    pays_before: int
    share: int
    keeps: tuple[tuple[str, str], ...] = ()
    products: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IpaTerms:
    key: str
    name: str
    legal_name: str
    notice_identity: str = ""


LA_PLANS = (
    PlanTerms(
        key="harborlight",
        name="Harborlight Advantage (HMO)",
        line_of_business="MA",
        funding="public",
        number_prefix="HLA",
        pays_before=10,
        share=19,
    ),
    PlanTerms(
        key="bluefinch",
        name="Bluefinch Senior Care (HMO)",
        line_of_business="MA",
        funding="public",
        number_prefix="BFS",
        pays_before=10,
        share=11,
        keeps=(("lantern-hill", "utilization_management"), ("lantern-hill", "notices")),
    ),
    PlanTerms(
        key="jacaranda",
        name="Jacaranda Community Health",
        line_of_business="MEDI-CAL",
        funding="public",
        number_prefix="JCH",
        pays_before=90,
        share=30,
    ),
    PlanTerms(
        key="poppyfield",
        name="Poppyfield Family Plan",
        line_of_business="MEDI-CAL",
        funding="public",
        number_prefix="PFP",
        pays_before=90,
        share=15,
        keeps=(
            ("mariposa", "notices"),
            ("seaglass", "notices"),
            ("lantern-hill", "notices"),
        ),
    ),
    PlanTerms(
        key="tidewell",
        name="Tidewell Commercial HMO",
        line_of_business="KK",
        funding="insured",
        number_prefix="TWC",
        pays_before=20,
        share=25,
        products=(("Tidewell Standard HMO", True), ("Tidewell Select Network", False)),
    ),
)
LA_IPAS = (
    IpaTerms(key="mariposa", name="Mariposa Valley IPA", legal_name="Mariposa Valley IPA, Inc."),
    IpaTerms(
        key="seaglass",
        name="Seaglass Physicians IPA",
        legal_name="Seaglass Physicians, a Medical Corporation",
    ),
    IpaTerms(
        key="lantern-hill",
        name="Lantern Hill IPA",
        legal_name="Lantern Hill Independent Practice Association, Inc.",
        notice_identity="Larkspur Health Management, for Lantern Hill IPA",
    ),
)
AZ_PLANS = (
    PlanTerms(
        key="ocotillo-ridge",
        name="Ocotillo Ridge Health Plan",
        line_of_business="AZ-COMM",
        funding="insured",
        number_prefix="ORH",
        pays_before=20,
        share=100,
    ),
)
AZ_IPAS = (
    IpaTerms(
        key="copperleaf",
        name="Copperleaf Medical Group",
        legal_name="Copperleaf Medical Group, P.C.",
    ),
)
