"""What the rows of the decision table hold once they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .words import Words

When = tuple[Mapping[str, tuple[str, ...]], ...]
"""Descriptions of a member; one of them must fit, and of it every cell."""


class Kind(StrEnum):
    """How a question is answered."""

    ONE_OF = "one_of"
    SOME_OF = "some_of"
    YES_NO = "yes_no"
    DAY = "day"


class Prediction(StrEnum):
    """What the table says about Independent Medical Review. The DMHC decides, nobody here."""

    ELIGIBLE = "eligible"
    ELIGIBLE_IF_WAIVED = "eligible_if_waived"
    NOT_YET = "not_yet"
    INCOMPLETE = "incomplete"
    APPLY_ANYWAY = "apply_anyway"
    COMPLAINT = "complaint"
    LIKELY_BARRED = "likely_barred"
    POSSIBLE = "possible"
    NO = "no"
    NOT_DMHC = "not_dmhc"
    NOTHING_LEFT = "nothing_left"
    UNCLEAR = "unclear"
    GO_ON = "go_on"
    """Only in the table of coverages: the table of disputes answers."""


class Opening(StrEnum):
    """How a remedy opens; openings.py has a function for each."""

    FIRST_STEP = "first_step"
    AFTER_FIRST_STEP = "after_first_step"
    AT_ONCE = "at_once"
    ANY_TIME = "any_time"
    BY_PREDICTION = "by_prediction"
    WHILE_CARE_GOES_ON = "while_care_goes_on"
    ON_LEAVING = "on_leaving"
    LATER = "later"
    PERSON_DECIDES = "person_decides"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One input. `left_out` is what a missing answer counts as in the table.

    `by_office`: the office knows it (from a plan's settings, from a case), no member is asked.
    """

    id: str
    kind: Kind
    asks: Words
    help: Words | None
    values: Mapping[str, Words] = field(hash=False)
    left_out: str
    by_office: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    """A row of the table of coverages or of disputes; `place` is its file and line."""

    id: str
    when: When
    prediction: Prediction
    human_review: bool
    everything_to_a_person: bool
    grievance_needed: bool
    to: tuple[str, ...]
    why: str
    source: str
    verified: str
    open_point: str
    place: str


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A rule of the rulebook, and for whom it is the one."""

    when: When
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyRow:
    """A way to go on; `leaving` and `hearing` are for the openings that ask for them.

    `own_paper`: a notice of its own tells of it when its day comes, so no letter about a no does.
    `line`: the purpose of the office's contact line to show beside it, "" for none.
    """

    id: str
    key: str
    when: When
    name: Words
    says: Words
    who: Words
    opens: Opening
    leaving: str
    hearing: bool
    own_paper: bool
    at_once_if: When
    file_within: tuple[RuleChoice, ...]
    wait: tuple[RuleChoice, ...]
    answer_within: tuple[RuleChoice, ...]
    papers: tuple[str, ...]
    line: str
    source: str
    verified: str
    place: str


class OwedBy(StrEnum):
    """The three who must send something before reviewers can look."""

    MEMBER = "member"
    DOCTOR = "doctor"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper of Independent Medical Review and who owes it."""

    id: str
    owed_by: OwedBy
    says: Words
    send_within: tuple[RuleChoice, ...]
    source: str
    verified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningRow:
    """What to hear before choosing.

    `needs` names the remedies whose last days it fills in; `unless_known` those whose last days
    make it needless.
    """

    id: str
    on: tuple[str, ...]
    when: When
    needs: tuple[str, ...]
    unless_known: tuple[str, ...]
    says: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """What a line of business says of a plan's coverage; `program` is "" where it is no public one.

    `licensed` and `unlicensed` answer the question "coverage" of the table.
    """

    id: str
    licensed: str
    unlicensed: str
    program: str
    part_b_drugs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTable:
    """The whole of the data, checked. `final_judge` has the last word on every prediction."""

    questions: Mapping[str, Question]
    coverage: tuple[GateRow, ...]
    dispute: tuple[GateRow, ...]
    final_judge: str
    ordinary_wait: str
    fast_wait: str
    papers: Mapping[str, PaperRow]
    remedies: tuple[RemedyRow, ...]
    warnings: tuple[WarningRow, ...]
    words: Mapping[str, Words]
    lines: Mapping[str, LineRow]


def fits(when: When, cells: Mapping[str, str]) -> bool:
    """Tell whether one of the descriptions fits in every cell; none at all fits nobody."""
    for description in when:
        for name, values in description.items():
            if cells[name] not in values:
                break
        else:
            return True
    return False


def rule_for(choices: tuple[RuleChoice, ...], cells: Mapping[str, str]) -> str:
    """Return the id of the first rule that fits, "" when there is none."""
    return next((choice.rule for choice in choices if fits(choice.when, cells)), "")
