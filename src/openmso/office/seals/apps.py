"""Registers the seals' tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.seals"
    label = "seals"
