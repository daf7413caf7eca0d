"""Registers the members tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.roster.members"
    label = "members"
