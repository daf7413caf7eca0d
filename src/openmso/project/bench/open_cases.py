"""Fills the queues: thousands or a million open cases, copied from one that was really received.

One case goes through the real intake; its rows are copied inside the database with other members,
days and numbers. Foreign keys are not checked row by row meanwhile: every key comes from a table.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import LiteralString
from uuid import UUID

import psycopg
from django.db.models import Model
from psycopg import sql

from openmso.casework.prior_auth.domain.deadlines import DECIDE
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem
from openmso.project.progress import Progress

from .sample_office import SampleOffice

_AT_ONCE = 50_000
# Fourteen days, one of which has passed: how far the due times of the copies are spread. The stride
# has no divisor in common with it, so that any number of copies is spread evenly.
_SPREAD_SECONDS, _PASSED_SECONDS, _STRIDE = 14 * 86_400, 86_400, 7_919
# Nothing comes due while we measure, or the worker would be busy with silence instead of letters.
_QUIET_SECONDS = 2 * 3_600

# As the ids of real rows are: in the order of arrival, then by chance.
_IDS = """
CREATE FUNCTION pg_temp.id_of(what text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
    (lpad(to_hex(n), 12, '0') || substr(md5(what || ' ' || n), 13))::uuid
"""
_PATIENTS = """
CREATE TEMP TABLE patient AS
SELECT (row_number() OVER () - 1) AS place, a.member_id, a.practice_id, a.practitioner_id,
       s.id AS coverage_id, s.ipa_id, s.plan_id, p.line_of_business,
       m.family_name || ', ' || m.given_name AS member_name
FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[])
     AS a (member_id, practice_id, practitioner_id, coverage_id)
JOIN coverage_span s ON s.id = a.coverage_id
JOIN health_plan p ON p.id = s.plan_id
JOIN member m ON m.id = a.member_id
"""
_COPIES = """
CREATE TEMP TABLE copy AS
SELECT g AS n, pg_temp.id_of('case', g) AS id, 'PA-B-' || lpad(to_hex(g), 8, '0') AS number,
       p.*, due.at AS due_at, due.at - interval '13 days' AS received_at,
       CASE WHEN g %% 10 = 0 THEN 'expedited' ELSE 'standard' END AS urgency,
       CASE WHEN g %% 10 < 3 THEN %(nurse)s::uuid END AS assignee_id,
       CASE WHEN g %% 10 < 3 THEN %(nurse_name)s::text ELSE '' END AS assignee_name,
       CASE WHEN due.at < %(at)s THEN due.at END AS missed_at
FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS g
JOIN patient p ON p.place = g %% (SELECT count(*) FROM patient)
CROSS JOIN LATERAL (
    SELECT (g * %(stride)s) %% %(spread)s - %(passed)s AS seconds
) AS away
CROSS JOIN LATERAL (
    SELECT %(at)s::timestamptz + interval '1 second' * (
        away.seconds + CASE WHEN away.seconds < 0 THEN 0 ELSE %(quiet)s END
    ) AS at
) AS due
"""
_FROM_COPY: Mapping[type[Model], Mapping[str, LiteralString]] = {
    AuthorizationRequest: {
        "id": "copy.id",
        "number": "copy.number",
        "client_key": "copy.number",
        "fingerprint": "md5(copy.number)",
        "member_id": "copy.member_id",
        "practice_id": "copy.practice_id",
        "practitioner_id": "copy.practitioner_id",
        "coverage_id": "copy.coverage_id",
        "ipa_id": "copy.ipa_id",
        "plan_id": "copy.plan_id",
        "line_of_business": "copy.line_of_business",
        "urgency": "copy.urgency",
        "received_at": "copy.received_at",
        "recorded_at": "copy.received_at",
        "complete_at": "copy.received_at",
        "service_from_on": "copy.received_at::date + 3",
    },
    RequestedService: {
        "id": "pg_temp.id_of('service', copy.n)",
        "request_id": "copy.id",
    },
    CaseEvent: {
        "id": "pg_temp.id_of('event', copy.n)",
        "case_id": "copy.id",
        "happened_at": "copy.received_at",
        "recorded_at": "copy.received_at",
    },
    Deadline: {
        "id": "pg_temp.id_of('deadline', copy.n)",
        "case_id": "copy.id",
        "started_at": "copy.received_at",
        "due_at": "copy.due_at",
        "missed_at": "copy.missed_at",
    },
    WorklistItem: {
        "id": "pg_temp.id_of('item', copy.n)",
        "case_id": "copy.id",
        "case_number": "copy.number",
        "member_name": "copy.member_name",
        "ipa_id": "copy.ipa_id",
        "line_of_business": "copy.line_of_business",
        "urgency": "copy.urgency",
        "received_at": "copy.received_at",
        "opened_at": "copy.received_at",
        "due_at": "copy.due_at",
        "assignee_id": "copy.assignee_id",
        "assignee_name": "copy.assignee_name",
    },
}


def fill_queue(
    url: str,
    *,
    office: SampleOffice,
    model_case: UUID,
    first: int,
    until: int,
    at: datetime,
    progress: Progress,
) -> None:
    """Add the copies numbered `first` to `until` (exclusive) of a case that waits for a nurse.

    `url` must name the database with a role that may set `session_replication_role`.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET synchronous_commit = off")
        connection.execute(_IDS)
        connection.execute(_PATIENTS, _columns_of(office))
        for start in range(first, until, _AT_ONCE):
            progress("filling the queue", start, until)
            last = min(start + _AT_ONCE, until) - 1
            _copy(connection, office, model_case, first=start, last=last, at=at)
        connection.execute("RESET synchronous_commit")
        progress("bringing the database's statistics up to date")
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _columns_of(office: SampleOffice) -> list[list[UUID]]:
    people = office.patients
    return [
        [each.member_id for each in people],
        [each.practice_id for each in people],
        [each.practitioner_id for each in people],
        [each.coverage_id for each in people],
    ]


def _copy(
    connection: psycopg.Connection,
    office: SampleOffice,
    model_case: UUID,
    *,
    first: int,
    last: int,
    at: datetime,
) -> None:
    chosen = {
        "first": first,
        "last": last,
        "at": at,
        "nurse": office.nurse.id,
        "nurse_name": office.nurse.name,
        "stride": _STRIDE,
        "spread": _SPREAD_SECONDS,
        "passed": _PASSED_SECONDS,
        "quiet": _QUIET_SECONDS,
    }
    connection.execute(_COPIES, chosen)
    for model, changed in _FROM_COPY.items():
        connection.execute(_insert(model, changed), [_model_row(model, model_case)])
    connection.execute("DROP TABLE copy")


def _insert(model: type[Model], changed: Mapping[str, LiteralString]) -> sql.Composed:
    """Compose the statement that copies one row, with some columns taken from `copy`."""
    columns = [
        field.column
        for field in model._meta.concrete_fields
        if field.column and not field.generated
    ]
    values = [
        sql.SQL(changed[column]) if column in changed else sql.Identifier("model", column)
        for column in columns
    ]
    return sql.SQL(
        "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} AS model CROSS JOIN copy "
        "WHERE model.id = %s"
    ).format(
        table=sql.Identifier(model._meta.db_table),
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        values=sql.SQL(", ").join(values),
    )


def _model_row(model: type[Model], case: UUID) -> UUID:
    """Return the key of the model case's row in this table."""
    rows = model._default_manager.all()
    if model is AuthorizationRequest:
        return case
    if model is RequestedService:
        rows = rows.filter(request_id=case, line=1)
    elif model is CaseEvent:
        rows = rows.filter(case_id=case, line=0)
    elif model is Deadline:
        rows = rows.filter(case_id=case, purpose=DECIDE, governs=True)
    else:
        rows = rows.filter(case_id=case)
    row_id: UUID = rows.values_list("id", flat=True)[0]
    return row_id
