"""Which office a command works on: a real one named by the environment, or a demo folder."""

import os
from pathlib import Path

from openmso.project.demo_folder import DemoFolder
from openmso.project.embedded_postgres import is_running
from openmso.project.refusal import Refusal

DEFAULT_DEMO_FOLDER = Path("demo-data")


def enter(data_dir: Path | None = None) -> None:
    """Load Django for the office this command works on.

    `data_dir` names a demo folder. Without it the environment decides: DJANGO_SETTINGS_MODULE,
    then DATABASE_URL (a real office), then a running demo in ./demo-data. Raises `Refusal` with
    what is missing.
    """
    folder = _demo_folder(data_dir)
    if folder is not None:
        if not folder.is_marked():
            raise Refusal(f"{folder.path} is not a demo office. `openmso demo` makes one.")
        if not is_running(folder.database_folder):
            raise Refusal(
                f"The demo office in {folder.path} is not running. Start it in another window "
                "with `openmso demo`, then try again."
            )
        use_demo(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openmso.project.settings.prod")
    load_django()


def enter_for_good(data_dir: Path | None = None) -> None:
    """As `enter`, for what nobody may do to a demo by chance: a demo folder must be named."""
    nearby = None if data_dir is not None else _demo_folder(None)
    if nearby is not None:
        raise Refusal(
            f"Please set DATABASE_URL, or add --data-dir {nearby.path} if you mean this demo "
            "office."
        )
    enter(data_dir)
    from django.conf import settings

    demo = getattr(settings, "DEMO_DATA_DIR", None)
    if data_dir is None and demo is not None:
        raise Refusal(
            f"The environment names the demo office in {demo}. Please set DATABASE_URL, or add "
            "--data-dir if you mean the demo."
        )


def use_demo(folder: DemoFolder) -> None:
    """Point the settings of this process at a demo folder."""
    os.environ["OPENMSO_DEMO_DATA_DIR"] = str(folder.path)
    os.environ["DJANGO_SETTINGS_MODULE"] = "openmso.project.settings.demo"


def load_django() -> None:
    """Set Django up, once in a process; what its settings lack becomes a sentence."""
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    if apps.ready:
        return
    try:
        django.setup()
    except ImproperlyConfigured as lack:
        raise Refusal(str(lack)) from lack


def _demo_folder(data_dir: Path | None) -> DemoFolder | None:
    if data_dir is not None:
        return DemoFolder(data_dir.resolve())
    if "DJANGO_SETTINGS_MODULE" in os.environ or "DATABASE_URL" in os.environ:
        return None
    named = os.environ.get("OPENMSO_DEMO_DATA_DIR")
    nearby = DemoFolder(Path(named or DEFAULT_DEMO_FOLDER).resolve())
    return nearby if named or nearby.is_marked() else None
