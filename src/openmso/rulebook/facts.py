"""The facts a rule may ask about a request: their names, what they mean, what they may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openmso.rulebook.errors import UnknownFact

Asked = Mapping[str, object]
Wanted = Mapping[str, tuple[str | bool, ...]]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one fact means; `values` empty: any text."""

    meaning: str
    values: tuple[str | bool, ...] = ()


FACTS: Mapping[str, Fact] = {
    "line_of_business": Fact(
        "Under which body of law the member is covered: Medicare Advantage, Medi-Cal managed care,"
        " Knox-Keene commercial, Arizona commercial.",
        ("MA", "MEDI-CAL", "KK", "AZ-COMM"),
    ),
    "urgency": Fact(
        "How fast the request must be handled; what a law calls urgent or exigent is expedited.",
        ("standard", "expedited"),
    ),
    "item_or_drug": Fact(
        "Whether the request is for an item or service, or for a drug; classified at intake.",
        ("item", "drug"),
    ),
    "subject_to_prior_authorization": Fact(
        "Whether the plan requires prior authorization for what is requested.", (True, False)
    ),
    "review_timing": Fact(
        "Whether care is asked for before it begins, while it is given, or afterwards.",
        ("prospective", "concurrent", "retrospective"),
    ),
    "outcome": Fact(
        "What was decided: approve, deny, modify (less or other than asked), or delay.",
        ("approve", "deny", "modify", "delay"),
    ),
    "integrated_dual_plan": Fact(
        "Whether the Medicare Advantage plan is an integrated plan that decides for Medicare and"
        " Medicaid together; set for the plan, never read from its name.",
        (True, False),
    ),
    "licensed_plan": Fact(
        "Whether the plan holds a Knox-Keene license for this coverage, so that California's"
        " managed care regulator oversees it; set for the plan, never read from its name.",
        (True, False),
    ),
    "basis": Fact(
        "What a no rests on, as independent review sorts it; mixed: medical necessity and"
        " coverage together.",
        (
            "medical_necessity",
            "experimental",
            "emergency_payment",
            "not_covered",
            "eligibility",
            "payment_amount",
            "service_or_quality",
            "mixed",
        ),
    ),
    "filed_by": Fact(
        "Who asks for a change of a decision.",
        ("member", "treating_physician", "representative", "noncontract_provider"),
    ),
    "appeal_result": Fact(
        "What the answer to an appeal or a grievance made of the decision.",
        ("upheld", "partly_upheld", "overturned"),
    ),
    "reversed_by": Fact(
        "Who took a no back: the plan, Medicare's independent entity, a Medicare judge, the"
        " Medicare Appeals Council, an Independent Medical Review, or a State hearing.",
        ("plan", "independent_entity", "judge", "council", "imr", "state_hearing"),
    ),
    "provider_contracted": Fact(
        "Whether the provider has a contract for the care in question.", (True, False)
    ),
    "acting_as": Fact(
        "In which role the law meets the one who must act.",
        (
            "provider",
            "licensed_facility",
            "health_plan",
            "business_associate",
            "service_organization",
        ),
    ),
    "state": Fact("The State whose law is asked about, by its postal code."),
    "access_form": Fact(
        "How a person wants to see their records: copies, or a look at them.",
        ("copies", "inspection"),
    ),
    "arrived_by": Fact(
        "How the request, claim or dispute arrived; paper came by mail or by hand.",
        ("electronic", "telephone", "paper"),
    ),
    "has_website": Fact("Whether the plan keeps a website.", (True, False)),
    "large_breach": Fact(
        "Whether a breach concerns at least as many people as the federal report asks for; the"
        " rule's start says how many.",
        (True, False),
    ),
    "large_in_one_state": Fact(
        "Whether a breach concerns more residents of one State than the rule's start names.",
        (True, False),
    ),
    "clean_claim": Fact(
        "Whether a claim is complete: it needs nothing more before it can be paid.", (True, False)
    ),
    "emergency_service": Fact("Whether the claim is for emergency care.", (True, False)),
    "payer": Fact(
        "Who is billed: a health plan or its group, Original Medicare, or a State's Medicaid.",
        ("health_plan", "original_medicare", "state_medicaid"),
    ),
    "medicare_money": Fact(
        "Whether Medicare money was paid, by Original Medicare or through a plan.", (True, False)
    ),
    "self_pay": Fact(
        "Whether the person has no insurance for the service or does not use it.", (True, False)
    ),
    "estimate_reason": Fact(
        "Why an estimate is owed: the service was scheduled soon or well ahead (the rule's start"
        " says how far), or the person asked.",
        ("scheduled_soon", "scheduled_ahead", "asked_for"),
    ),
    "appointment_kind": Fact(
        "What kind of visit is asked for when it is not urgent.",
        ("primary_care", "specialist", "mental_health", "mental_health_follow_up", "ancillary"),
    ),
    "needs_attention": Fact(
        "Whether a visit that is not urgent needs a clinician's attention (true) or is routine or"
        " preventive (false).",
        (True, False),
    ),
    "plan": Fact("The health plan, by the key the installation gave it; for contract terms."),
    "ipa": Fact("The medical group, by the key the installation gave it; for contract terms."),
}


def check_facts(facts: Asked) -> None:
    """Raise UnknownFact when a name, or a value of a closed list, is not in the vocabulary."""
    for name, value in facts.items():
        if value is not None and (wrong := what_is_wrong(name, (value,))):
            raise UnknownFact(wrong)


def what_is_wrong(name: str, values: Sequence[object]) -> str:
    """Return a sentence when the fact or one of its values is not in the vocabulary, else ""."""
    fact = FACTS.get(name)
    if fact is None:
        return f'there is no fact "{name}" (known: {", ".join(FACTS)})'
    for value in values:
        if fact.values and not any(
            value == good and type_fits(value, good) for good in fact.values
        ):
            known = ", ".join(_written(good) for good in fact.values)
            return f"{name} cannot be {_written(value)} (known: {known})"
        if not fact.values and not (isinstance(value, str) and value):
            return f"{name} is a text, not {_written(value)}"
    return ""


def type_fits(value: object, good: object) -> bool:
    """Tell whether both are yes/no values or both are not: 1 is not "true"."""
    return isinstance(value, bool) == isinstance(good, bool)


def satisfied(wanted: Wanted, facts: Asked) -> bool:
    """Tell whether every wanted fact is given and has one of the wanted values."""
    return all(facts.get(name) in values for name, values in wanted.items())


def compatible(one: Wanted, other: Wanted) -> bool:
    """Tell whether one request could satisfy both."""
    return all(set(one[name]) & set(other[name]) for name in one.keys() & other.keys())


def more_specific(one: Wanted, other: Wanted) -> bool:
    """Tell whether `one` asks all that `other` asks, and more."""
    return one != other and all(
        name in one and set(one[name]) <= set(values) for name, values in other.items()
    )


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
