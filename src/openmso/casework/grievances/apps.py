"""Registers grievances with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.grievances"
    label = "grievances"

    def ready(self) -> None:
        import_module("openmso.casework.grievances.case_kind")
