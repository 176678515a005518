"""Addresses of the pages about the house."""

from django.urls import path

from community.site_pages import views

urlpatterns = [
    path("guidelines/", views.guidelines, name="guidelines"),
    path("privacy/", views.privacy, name="privacy"),
    path("help-lines/", views.help_lines, name="help_lines"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("comfort/", views.comfort, name="comfort"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
]
