"""A long list, newest first, page by page: each page begins after a place in the one before."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
Place = tuple[datetime, UUID]
"""The instant and the id of the last row of a page."""


def newest_first(
    rows: QuerySet[M], by: str, *, after: Place | None, ids: str = "id"
) -> QuerySet[M]:
    """Order rows by the instant `by`, from the first one after the place `after` on.

    Rows of one instant stand by their ids: rising, or falling with `ids` "-id".
    """
    if after is not None:
        moment, last = after
        same = Q(**{by: moment, "id__lt" if ids == "-id" else "id__gt": last})
        rows = rows.filter(Q(**{f"{by}__lt": moment}) | same, **{f"{by}__lte": moment})
    return rows.order_by(f"-{by}", ids)
