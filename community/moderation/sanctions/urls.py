"""Addresses of decisions about people and threads."""

from django.urls import path

from community.moderation.sanctions import views

urlpatterns = [
    path("people/<int:pk>/", views.person_page, name="person"),
    path("threads/<int:pk>/", views.thread_page, name="moderate_thread"),
]
