"""Addresses of words from elsewhere."""

from django.urls import path

from community.old_words import views

urlpatterns = [
    path("old-comments/", views.ask_page, name="old_comments"),
    path("old-comments/asked/", views.asked_page, name="old_comments_asked"),
    path("old-comments/<str:token>/", views.proved_page, name="old_comments_of"),
    path("account/old-comments/", views.own_page, name="own_old_comments"),
]
