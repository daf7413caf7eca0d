"""Registers the reports with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.oversight.reports"
    label = "reports"
