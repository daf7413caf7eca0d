"""Registers duty and paging with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.on_call"
    label = "on_call"

    def ready(self) -> None:
        import_module("openmso.office.on_call.case_kind")
