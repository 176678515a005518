"""Addresses of moderation."""

from django.urls import path

from community.moderation import views

urlpatterns = [
    path("", views.queue_page, name="queue"),
    path("comments/<int:pk>/", views.moderate_comment, name="moderate_comment"),
    path("next/", views.begin, name="begin_moderating"),
    path("comments/<int:pk>/handle/", views.handle_case, name="handle_case"),
    path("log/", views.log_page, name="moderation_log"),
]
