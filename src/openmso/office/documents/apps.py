"""Registers the documents tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.documents"
    label = "documents"
