"""Papers leave a case: what was found in them has to be looked at again."""

from collections.abc import Collection
from uuid import UUID

from ..models import AuthorizationRequest, CriteriaFinding


def papers_leave(request: AuthorizationRequest, document_ids: Collection[UUID]) -> int:
    """Let go of the place of every finding that rests on these papers; return how many there were.

    The answer stays as a proposal: it counts only when a reviewer has confirmed it again.
    """
    return CriteriaFinding.objects.filter(
        tenant_id=request.tenant_id, request_id=request.id, document_id__in=document_ids
    ).update(document=None, page=None, confirmed=False)
