"""Children are kept alive, and all end when the parent is told to stop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import pathlib, sys, time
from openmso.project.processes import Child, ProcessGroup
folder = pathlib.Path(sys.argv[1])
def work():
    import os
    (folder / str(os.getpid())).touch()
    time.sleep(60)
group = ProcessGroup([Child("The clerk", work)], each_second=lambda: None)
group.run(when_started=lambda: None)
(folder / "ended").touch()
"""


def wait_for_clerks(folder: Path, number: int) -> list[int]:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        clerks = sorted(int(file.name) for file in folder.iterdir() if file.name.isdigit())
        if len(clerks) >= number:
            return clerks
        time.sleep(0.05)
    raise AssertionError(f"never saw {number} clerks")


def is_alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_a_killed_child_is_started_again_and_all_end_with_the_parent(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)])
    first = wait_for_clerks(tmp_path, 1)[0]

    os.kill(first, signal.SIGKILL)
    second = next(pid for pid in wait_for_clerks(tmp_path, 2) if pid != first)
    parent.send_signal(signal.SIGTERM)

    assert parent.wait(timeout=15) == 0
    assert (tmp_path / "ended").exists()
    assert not is_alive(second)


def test_children_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)])
    clerk = wait_for_clerks(tmp_path, 1)[0]

    parent.kill()
    parent.wait()

    deadline = time.monotonic() + 10
    while is_alive(clerk) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(clerk)
