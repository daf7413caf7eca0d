"""A foreign outside review is answered like one that nobody has."""

from openmso.casework.external_review.queries import ReviewNotFound
from openmso.casework.prior_auth.queries import RequestNotFound

from ..foreign import like_absent

found_review = like_absent(ReviewNotFound, RequestNotFound)
