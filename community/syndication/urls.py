"""Addresses of discussions for programs."""

from django.urls import path

from articles.syndication.writing import KINDS
from community.syndication import views

urlpatterns = [path("oembed", views.embed, name="oembed")]
urlpatterns += [
    path(
        f"feeds/articles/<slug:slug>/comments.{kind}",
        views.of_article,
        {"kind": kind},
        name=f"comments_{kind}",
    )
    for kind in KINDS
]
for kind in KINDS:
    named = {"kind": kind}
    urlpatterns += [
        path(
            f"feeds/conversations.{kind}",
            views.latest_conversations,
            named,
            name=f"conversations_{kind}",
        ),
        path(
            f"feeds/conversations/<int:pk>/comments.{kind}",
            views.of_conversation,
            named,
            name=f"conversation_{kind}",
        ),
    ]
