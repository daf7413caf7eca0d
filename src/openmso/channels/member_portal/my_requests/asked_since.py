"""What was asked for after our no: that we look again, and reviews outside. Each has its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openmso.casework.appeals.models import Appeal
from openmso.casework.external_review.models import ExternalReview
from openmso.channels.ui.presenters.status import StatusTag

from ..my_appeals.page import how_it_stands as how_an_appeal_stands
from ..my_reviews.page import how_it_stands as how_a_review_stands


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    href: str
    title: str
    tag: StatusTag
    sentence: str


def asked_since(
    request_id: UUID,
    appeals: Sequence[Appeal],
    reviews: Sequence[ExternalReview],
    *,
    language: str,
) -> list[AskedFor]:
    """Return the reviews outside, then the appeals, each with its newest first."""
    return [
        *(_review(one, language) for one in reviews),
        *(_appeal(one, request_id) for one in appeals),
    ]


def _review(case: ExternalReview, language: str) -> AskedFor:
    title, tag, sentence = how_a_review_stands(case, language)
    href = reverse("member:review", args=[case.id])
    return AskedFor(href=href, title=title, tag=tag, sentence=sentence)


def _appeal(appeal: Appeal, request_id: UUID) -> AskedFor:
    tag, sentence = how_an_appeal_stands(appeal)
    href = reverse("member:appeal", args=[request_id])
    return AskedFor(href=href, title=_("You asked us to look again"), tag=tag, sentence=sentence)
