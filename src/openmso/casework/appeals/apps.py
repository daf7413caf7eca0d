"""Registers appeals with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.appeals"
    label = "appeals"

    def ready(self) -> None:
        import_module("openmso.casework.appeals.case_kind")
