"""Addresses of decisions about conversations."""

from django.urls import path

from community.moderation.conversations import views

urlpatterns = [
    path("threads/<int:pk>/conversation/", views.decide, name="decide_conversation"),
]
