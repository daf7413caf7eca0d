"""Many cases that stand exactly where one case stands, written in bulk."""

from collections.abc import Iterable
from copy import copy
from typing import Any
from uuid import UUID, uuid4

from django.db import models

from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CriteriaFinding,
    RecordsOpened,
    RequestedService,
)
from openmso.office.documents.models import Document
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem


def copies_of(request: AuthorizationRequest, count: int) -> list[AuthorizationRequest]:
    """Write `count` copies with services, answers, papers, who read them, clocks and list row."""
    cases = [_copied(request, number=f"PA-COPY-{n}", client_key=f"copy-{n}") for n in range(count)]
    AuthorizationRequest.objects.bulk_create(cases)
    for model in (RequestedService, CriteriaFinding):
        _write(
            _copied(row, request_id=case.id)
            for case in cases
            for row in _rows(model, request_id=request.id)
        )
    for waiting in (Deadline, WorklistItem):
        _write(
            _copied(row, case_id=case.id)
            for case in cases
            for row in _rows(waiting, case_id=request.id)
        )
    _copy_papers(request, cases)
    return cases


def _copy_papers(request: AuthorizationRequest, cases: Iterable[AuthorizationRequest]) -> None:
    papers, read = _rows(Document, case_id=request.id), _rows(RecordsOpened, request_id=request.id)
    new_papers, new_read = [], []
    for case in cases:
        new_ids: dict[UUID, UUID] = {}
        for paper in papers:
            new_papers.append(_copied(paper, case_id=case.id))
            new_ids[paper.id] = new_papers[-1].id
        new_read += [
            _copied(row, request_id=case.id, document_id=new_ids[row.document_id]) for row in read
        ]
    _write(new_papers)
    _write(new_read)


def _rows(model: type[models.Model], **which: UUID) -> list[Any]:
    return list(model._default_manager.filter(**which))


def _copied(row: Any, **changed: object) -> Any:
    twin = copy(row)
    twin._state = models.base.ModelState()
    for name, value in {"id": uuid4(), **changed}.items():
        setattr(twin, name, value)
    return twin


def _write(rows: Iterable[Any]) -> None:
    written = list(rows)
    if written:
        type(written[0])._default_manager.bulk_create(written)
