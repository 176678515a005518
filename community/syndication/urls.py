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
