"""Registers the timeline tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.timeline"
    label = "timeline"
