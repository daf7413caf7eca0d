"""Keeps a few processes of the product alive under one parent, and ends them together.

A child is a fork of the parent, which has already loaded the product: it is there at once, also
after a crash. A child that dies is started again after a pause that grows while it keeps dying.
"""

import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

from openmso.project.refusal import Refusal

Work = Callable[[], None]

_LOOK_EVERY_SECONDS = 0.25
_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 30.0
_STEADY_AFTER_SECONDS = 10.0
_TIME_TO_STOP_SECONDS = 25.0
_TELL_WHEN_PARENT_DIES = 1


@dataclass(slots=True)
class Child:
    """One kept process: its name for people, and what it does until it is told to stop."""

    name: str
    work: Work
    pid: int = 0
    began: float = 0.0
    pause: float = _FIRST_PAUSE_SECONDS
    due: float = field(default=float("-inf"))


def in_a_child(work: Work) -> int:
    """Do `work` in a fork of this process and wait for it; returns its exit status.

    Interrupted (Ctrl-C), it ends the child before it lets the interruption go on.
    """
    child = _fork(work)
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
        raise
    return os.waitstatus_to_exitcode(status)


class ProcessGroup:
    """Runs children until a signal asks to stop."""

    def __init__(self, children: list[Child], *, each_second: Work) -> None:
        """`each_second` is called between looks, to keep alive what is not a child."""
        self._children = children
        self._each_second = each_second
        self._stopping = False

    def run(self, when_started: Work) -> None:
        """Start all, call `when_started`, and stay until SIGINT, SIGTERM or SIGHUP."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        try:
            self._start_those_due()
            when_started()
            next_second = time.monotonic()
            while not self._stopping:
                self.tend()
                if time.monotonic() >= next_second:
                    self._each_second()
                    next_second = time.monotonic() + 1
                time.sleep(_LOOK_EVERY_SECONDS)
        finally:
            self._stop()

    def tend(self) -> None:
        """Notice the dead and start those whose pause is over."""
        self._notice_deaths()
        self._start_those_due()

    def is_stopping(self) -> bool:
        """Tell whether a signal has asked to stop."""
        return self._stopping

    def _ask_to_stop(self, *_: object) -> None:
        self._stopping = True

    def _start_those_due(self) -> None:
        now = time.monotonic()
        for child in self._children:
            if not child.pid and now >= child.due:
                child.pid, child.began = _fork(child.work), now

    def _notice_deaths(self) -> None:
        for child in self._children:
            if child.pid and os.waitpid(child.pid, os.WNOHANG)[0]:
                lived = time.monotonic() - child.began
                steady = lived > _STEADY_AFTER_SECONDS
                child.pause = _FIRST_PAUSE_SECONDS if steady else child.pause * 2
                child.pause = min(child.pause, _LONGEST_PAUSE_SECONDS)
                child.pid, child.due = 0, time.monotonic() + child.pause
                sys.stderr.write(f"{child.name} stopped; it starts again in {child.pause:.0f} s.\n")

    def _stop(self) -> None:
        for child in self._children:
            if child.pid:
                os.kill(child.pid, signal.SIGTERM)
        deadline = time.monotonic() + _TIME_TO_STOP_SECONDS
        for child in self._children:
            while child.pid and not os.waitpid(child.pid, os.WNOHANG)[0]:
                if time.monotonic() > deadline:
                    os.kill(child.pid, signal.SIGKILL)
                time.sleep(0.05)


def _fork(work: Work) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        # Ctrl-C reaches the parent alone, which ends the children in order.
        os.setsid()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        _stop_when_the_parent_dies(parent)
        work()
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 1
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _stop_when_the_parent_dies(parent: int) -> None:
    """Ask Linux for SIGTERM when the parent is gone, even by `kill -9`."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_TELL_WHEN_PARENT_DIES, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(0)
