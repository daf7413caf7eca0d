"""The project as an app: plugs the adapters in when Django has started."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.project"
    label = "project"

    def ready(self) -> None:
        from .wiring import plug_in

        plug_in()
