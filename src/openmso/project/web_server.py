"""Answers web requests with gunicorn, inside this process.

The product is loaded once and shared by all worker processes, so that one that died is back in a
fraction of a second.
"""

import ctypes
import gc
import logging
from typing import Any

from django.core.checks import run_checks
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from openmso.project import own_processor
from openmso.project.even_worker import EvenWorker
from openmso.project.refusal import Refusal
from openmso.project.rules_at_start import refuse_wrong_rules

LONGEST_REQUEST_SECONDS = 60
_COLLECT_AFTER = (20_000, 20, 20)  # new objects, then rounds of the younger generation


def check() -> None:
    """Refuse to serve a product with a fault in it: a page without an access rule, a wrong rule."""
    faults = [fault for fault in run_checks() if fault.is_serious()]
    if faults:
        raise Refusal("\n".join(str(fault) for fault in faults))
    refuse_wrong_rules()


def serve(host: str, port: int, *, workers: int, threads: int, quiet: bool = False) -> None:
    """Serve until SIGTERM or SIGINT; does not return."""
    _Server(
        bind=f"{host}:{port}",
        workers=workers,
        threads=threads,
        worker_class=EvenWorker,
        preload_app=True,
        control_socket_disable=True,
        timeout=LONGEST_REQUEST_SECONDS,
        graceful_timeout=10,
        keepalive=5,
        loglevel="warning" if quiet else "info",
        proc_name="openmso",
        pre_fork=own_processor.choose,
        post_fork=_after_fork,
    ).run()


def _after_fork(_server: Any, worker: EvenWorker) -> None:
    own_processor.keep_to(worker.processor)
    # What was loaded before the fork is never garbage; freezing keeps its memory shared. A page
    # leaves next to no cycles behind, so the collector need not look twenty times while it is made.
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)


class _Server(BaseApplication):
    def __init__(self, **options: Any) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from openmso.project.wsgi import application

        _read_what_every_worker_needs()
        connections.close_all()
        _speak_through_our_logs()
        return application


def _read_what_every_worker_needs() -> None:
    """Read the addresses, the law and the diagnoses before the fork.

    Else each new worker reads them during its first requests, which would wait for seconds.
    """
    from openmso.office.law import notices, rulebook
    from openmso.standards.codes.diagnoses import diagnosis

    list(get_resolver().url_patterns)
    rulebook()
    notices()
    diagnosis("")
    _give_back_what_reading_took()


def _give_back_what_reading_took() -> None:
    # The tables are small and the way to them is not: what was freed goes back to the system, where
    # the C library can do that, instead of being carried by every worker.
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if give_back is not None:
        gc.collect()
        give_back(0)


def _speak_through_our_logs() -> None:
    # Gunicorn would print the text of an exception, and that can quote a row of a table.
    logger = logging.getLogger("gunicorn.error")
    logger.handlers.clear()
    logger.propagate = True
