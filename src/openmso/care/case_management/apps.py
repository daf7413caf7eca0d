"""Registers case management with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.care.case_management"
    label = "case_management"

    def ready(self) -> None:
        import_module("openmso.care.case_management.case_kind")
