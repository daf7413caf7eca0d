"""Registers the access tables with Django, and the check that every page names its rule."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.access"
    label = "access"

    def ready(self) -> None:
        import_module("openmso.office.access.checks")
