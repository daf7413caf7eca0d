"""Registers reviews by outside bodies with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.external_review"
    label = "external_review"

    def ready(self) -> None:
        import_module("openmso.casework.external_review.case_kind")
