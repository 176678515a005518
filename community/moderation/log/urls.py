"""Addresses of the moderation log."""

from django.urls import path

from community.moderation.log import views

urlpatterns = [path("log/", views.log_page, name="moderation_log")]
