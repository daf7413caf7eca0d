"""Registers prior authorization with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.prior_auth"
    label = "prior_auth"

    def ready(self) -> None:
        import_module("openmso.casework.prior_auth.case_kind")
