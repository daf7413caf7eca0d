"""Registers the design system with Django: templates, tags and static files."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.channels.ui"
    label = "ui"
