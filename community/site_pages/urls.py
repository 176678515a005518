"""Addresses of the pages about the house."""

from django.urls import path

from community.site_pages import sitemap_views, views

urlpatterns = [
    path("guidelines/", views.guidelines, name="guidelines"),
    path("privacy/", views.privacy, name="privacy"),
    path("privacy/how-long/", views.kept_how_long, name="kept_how_long"),
    path("help-lines/", views.help_lines, name="help_lines"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("comfort/", views.comfort, name="comfort"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", sitemap_views.robots, name="robots"),
    path("sitemap.xml", sitemap_views.index, name="sitemap"),
    path("sitemaps/pages.xml", sitemap_views.house, name="sitemap_house"),
    path("sitemaps/<slug:name>-<int:number>.xml", sitemap_views.one_list, name="sitemap_list"),
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
]
