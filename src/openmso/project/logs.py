"""What may be written to a log: known keys only, no query strings, no exception texts.

A list of allowed keys and not of forbidden ones: a new key is silent until someone has decided
that it can never carry a person's name, number or words. Exceptions are written as their types
and places in the code; their texts can quote a row of a table.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import orjson
import structlog

Event = MutableMapping[str, Any]

ALLOWED_KEYS = frozenset(
    {
        "account_id",
        "case_id",
        "case_kind",
        "code",
        "done",
        "event",
        "failed",
        "job",
        "job_id",
        "level",
        "logger",
        "milliseconds",
        "request",
        "request_id",
        "tenant_id",
        "timestamp",
        "total",
    }
)


def keep_allowed_keys(_logger: object, _method: str, event: Event) -> Event:
    """Drop every key that nobody has declared harmless; turn an exception into type and place."""
    kept = {key: value for key, value in event.items() if key in ALLOWED_KEYS}
    error = _exception_in(event)
    if error is not None:
        kept["failed"] = f"{type(error).__module__}.{type(error).__qualname__}"
        kept["at"] = [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
    return kept


def _exception_in(event: Event) -> BaseException | None:
    found = event.get("exc_info")
    if found is True:
        found = sys.exc_info()
    if isinstance(found, tuple):
        found = found[1]
    return found if isinstance(found, BaseException) else None


def without_query(_logger: object, _method: str, event: Event) -> Event:
    """Cut what follows a question mark in Django's own messages about a request."""
    text = event.get("event")
    if isinstance(text, str) and str(event.get("logger", "")).startswith("django."):
        event["event"] = text.split("?", 1)[0]
    return event


def as_json(_logger: object, _method: str, event: Event) -> str:
    """Write the line as one JSON object, its keys in order."""
    return orjson.dumps(event, default=str, option=orjson.OPT_SORT_KEYS).decode()


_SHARED: list[structlog.types.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    cache_logger_on_first_use=True,
)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "allowed": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [*_SHARED, structlog.stdlib.ExtraAdder(allow=[])],
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                without_query,
                keep_allowed_keys,
                as_json,
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "allowed"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # The request line below says the same once; Django's own would say it again.
        "django": {"level": "INFO", "handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "ERROR", "handlers": [], "propagate": True},
        "procrastinate": {"level": "WARNING"},
        "psycopg.pool": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},
    },
}
