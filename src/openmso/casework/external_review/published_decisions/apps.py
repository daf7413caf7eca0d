"""Registers the published decisions with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.casework.external_review.published_decisions"
    label = "published_decisions"
