"""Addresses of the protocols."""

from django.urls import path

from community.moderation.protocol import views

urlpatterns = [
    path("protocol/", views.protocol_page, name="protocol"),
    path("protocol/crisis/", views.crisis_page, name="protocol_crisis"),
    path("protocol/red-flags/", views.red_flags_page, name="protocol_red_flags"),
]
