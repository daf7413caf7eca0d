"""Registers the paper channel with Django, so that its job runs."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.channels.paper"
    label = "paper"
