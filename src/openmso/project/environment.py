"""Makes `.venv`, the folder all Python packages of the product go into.

Run as a file, with nothing installed yet: `python3 src/openmso/project/environment.py .venv`.

Debian's own Python comes without the part that puts pip into a new environment. Then pip is
taken from Debian's package of it, unpacked aside; the machine itself stays as it was.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

OLDEST = (3, 11)
_PACKAGE = "python3-pip-whl"
_ADVICE = "Python here cannot make environments. On Debian or Ubuntu run: apt install python3-venv"


class CannotMake(Exception):
    """No environment can be made; the text says what to do."""


def main(folder: Path) -> int:
    """Make the environment with pip in it; leaves a working one as it is."""
    try:
        if sys.version_info < OLDEST:
            version = ".".join(str(part) for part in sys.version_info[:3])
            raise CannotMake(
                f"OpenMSO needs Python 3.11 or newer; this is {version}. Name another one: "
                "make demo PYTHON=python3.12"
            )
        if not _has_pip(folder):
            _make(folder)
    except CannotMake as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


def _make(folder: Path) -> None:
    try:
        import ensurepip
    except ImportError:
        venv.create(folder, clear=True, symlinks=True)
        _take_pip_from_debian(folder)
    else:
        venv.create(folder, clear=True, symlinks=True, with_pip=bool(ensurepip))


def _take_pip_from_debian(folder: Path) -> None:
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        raise CannotMake(_ADVICE)
    with tempfile.TemporaryDirectory() as place:
        # A machine that never asked for Debian's lists finds nothing at the first try.
        if not _succeeds("apt-get", "download", "-qq", _PACKAGE, cwd=place):
            _succeeds("apt-get", "update", "-qq", cwd=place)
            _succeeds("apt-get", "download", "-qq", _PACKAGE, cwd=place)
        packages = list(Path(place).glob("*.deb"))
        if not packages or not _succeeds("dpkg", "-x", str(packages[0]), "unpacked", cwd=place):
            raise CannotMake(_ADVICE)
        wheel = next(Path(place).glob("unpacked/usr/share/python-wheels/pip-*.whl"), None)
        pip = ("-m", "pip", "install", "--quiet", "--no-index", str(wheel))
        python = str((folder / "bin" / "python").absolute())
        if wheel is None or not _succeeds("env", f"PYTHONPATH={wheel}", python, *pip, cwd=place):
            raise CannotMake(_ADVICE)


def _has_pip(folder: Path) -> bool:
    python = folder / "bin" / "python"
    return python.exists() and _succeeds(str(python.absolute()), "-m", "pip", "--version")


def _succeeds(*command: str, cwd: str | None = None) -> bool:
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
