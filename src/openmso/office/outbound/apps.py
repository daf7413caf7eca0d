"""Registers the outbound tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.outbound"
    label = "outbound"
