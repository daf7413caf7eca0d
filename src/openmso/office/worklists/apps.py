"""Registers the worklists tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.worklists"
    label = "worklists"
