"""Registers the jobs tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.jobs"
    label = "jobs"
