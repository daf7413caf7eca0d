"""Registers the content tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.content"
    label = "content"
