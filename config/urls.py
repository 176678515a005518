"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

handler400 = "config.refusals.refused"

urlpatterns = [
    path("", include("community.threads.urls")),
    path("", include("community.moderation.sanctions.urls")),
    path("", include("community.conversations.urls")),
    path("", include("articles.library.urls")),
    path("", include("articles.syndication.urls")),
    path("", include("community.syndication.urls")),
    path("", include("community.support.urls")),
    path("", include("community.notifications.urls")),
    path("", include("community.member_pages.urls")),
    path("", include("community.own_data.urls")),
    path("", include("community.old_words.urls")),
    path("", include("community.search.urls")),
    path("", include("community.asking.urls")),
    path("", include("community.subscribing.urls")),
    path("", include("community.site_pages.urls")),
    path("", include("community.members.agreements.urls")),
    path("", include("community.mentors.urls")),
    path("", include("community.moderation.flags.urls")),
    path("", include("community.moderation.notices.urls")),
    path("", include("community.moderation.appeals.urls")),
    path("account/", include("community.members.urls")),
    path("transparency/", include("community.moderation.numbers.urls")),
    path("moderation/", include("community.moderation.urls")),
    path("desk/", include("community.desk.urls")),
    path("admin/", admin.site.urls),
]
