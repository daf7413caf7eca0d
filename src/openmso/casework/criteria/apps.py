"""Registers the criteria tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.criteria"
    label = "criteria"
