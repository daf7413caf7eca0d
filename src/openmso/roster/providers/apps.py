"""Registers the providers tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.roster.providers"
    label = "providers"
