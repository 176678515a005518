"""Addresses of moderation, room by room."""

from django.urls import include, path

from community.moderation.appeals import urls as appeals
from community.moderation.notices import urls as notices
from community.moderation.numbers import views as numbers
from community.moderation.sanctions import urls as sanctions

urlpatterns = [
    path("", include("community.moderation.queue.urls")),
    path("", include("community.moderation.log.urls")),
    path("", include("community.moderation.terms.urls")),
    path("", include("community.moderation.replies.urls")),
    path("", include("community.moderation.protocol.urls")),
    path("", include("community.moderation.conversations.urls")),
    path("", include(notices.for_moderators)),
    path("", include(appeals.for_moderators)),
    path("", include(sanctions.for_moderators)),
    path("team/", numbers.team_page, name="team"),
]
