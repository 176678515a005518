"""Addresses of the feeds of articles. Comments have theirs in `community.syndication`."""

from django.urls import path

from articles.syndication import views
from articles.syndication.writing import KINDS

urlpatterns = [path("feeds/", views.feeds_page, name="feeds")]
for kind in KINDS:
    named = {"kind": kind}
    urlpatterns += [
        path(f"feeds/articles.{kind}", views.latest, named, name=f"articles_{kind}"),
        path(f"feeds/topics/<slug:slug>.{kind}", views.of_topic, named, name=f"topic_{kind}"),
    ]
