"""What independent reviewers decided about disputes like one request.

Nothing here knows an office, a physician or a decision of ours: codes go in, public counts come
out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .domain.figures import Rate, Tally, rate, tally
from .groups import diagnosis_groups, groups_of_diagnoses, groups_of_services, treatment_groups
from .queries import Asked, holdings, tally_of
from .shipped import fewest_for_a_rate, shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One set of public decisions: what it was asked by, its name in English, its counts."""

    asked: Asked
    about: str
    counted: Tally
    rate: Rate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """The narrowest comparison first. `loaded`: counted from the decisions loaded here, so that
    they can be read; otherwise from the table of figures that comes with the product."""

    comparisons: Sequence[Comparison]
    loaded: bool


def similar_to(*, diagnoses: Sequence[str], service_categories: Sequence[str]) -> Similar:
    """Compare ICD-10-CM codes and categories of our service list. At most four queries.

    Only the first diagnosis and the first service that belong to a group count.
    """
    by_diagnosis = groups_of_diagnoses(diagnoses)[:1]
    by_treatment = groups_of_services(service_categories)[:1]
    if holdings() is None:
        return Similar(comparisons=[_from_figures(group) for group in by_diagnosis], loaded=False)
    both = [
        Asked(diagnosis_group=diagnosis, treatment_group=treatment)
        for diagnosis in by_diagnosis
        for treatment in by_treatment
    ]
    one = [Asked(diagnosis_group=group) for group in by_diagnosis]
    other = [Asked(treatment_group=group) for group in by_treatment]
    return Similar(comparisons=[_counted(asked) for asked in (*both, *one, *other)], loaded=True)


def _counted(asked: Asked) -> Comparison:
    return _comparison(asked, tally_of(asked))


def _from_figures(group: str) -> Comparison:
    return _comparison(Asked(diagnosis_group=group), tally(shipped().table, diagnosis_group=group))


def _comparison(asked: Asked, counted: Tally) -> Comparison:
    names = [
        groups[key].en
        for groups, key in (
            (diagnosis_groups(), asked.diagnosis_group),
            (treatment_groups(), asked.treatment_group),
        )
        if key
    ]
    return Comparison(
        asked=asked,
        about=", ".join(names),
        counted=counted,
        rate=rate(counted, fewest=fewest_for_a_rate()),
    )
