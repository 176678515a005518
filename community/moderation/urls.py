"""Addresses of moderation, room by room."""

from django.urls import include, path

from community.moderation.numbers import views as numbers

urlpatterns = [
    path("", include("community.moderation.queue.urls")),
    path("", include("community.moderation.log.urls")),
    path("", include("community.moderation.terms.urls")),
    path("team/", numbers.team_page, name="team"),
]
