"""Addresses of moderation, room by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("community.moderation.queue.urls")),
    path("", include("community.moderation.log.urls")),
    path("", include("community.moderation.terms.urls")),
]
