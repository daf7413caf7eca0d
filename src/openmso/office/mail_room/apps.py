"""Registers the mail room with Django and with the timeline."""

from importlib import import_module

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.mail_room"
    label = "mail_room"

    def ready(self) -> None:
        import_module("openmso.office.mail_room.case_kind")
