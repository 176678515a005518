"""Addresses of the numbers that everybody may read."""

from django.urls import path

from community.moderation.numbers import views

urlpatterns = [
    path("", views.transparency, name="transparency"),
    path("numbers.csv", views.transparency_csv, name="transparency_csv"),
    path("log/", views.public_log, name="public_log"),
]
