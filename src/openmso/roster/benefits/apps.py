"""Registers the benefits tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.roster.benefits"
    label = "benefits"
