"""The addresses below /demo/. The project includes them in a demo folder only."""

from django.urls import path

from . import views

app_name = "demo"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("clock/", views.push_clock, name="push_clock"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<uuid:dispatch_id>/", views.piece, name="piece"),
]
