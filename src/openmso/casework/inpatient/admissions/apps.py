"""Registers admissions with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.inpatient.admissions"
    label = "admissions"

    def ready(self) -> None:
        import_module("openmso.casework.inpatient.admissions.case_kind")
