"""Registers inpatient cases with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.inpatient.post_stabilization"
    label = "inpatient"

    def ready(self) -> None:
        import_module("openmso.casework.inpatient.post_stabilization.case_kind")
