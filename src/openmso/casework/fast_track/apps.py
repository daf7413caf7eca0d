"""Registers cases about care that ends with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.fast_track"
    label = "fast_track"

    def ready(self) -> None:
        import_module("openmso.casework.fast_track.case_kind")
