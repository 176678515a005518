"""Addresses of mentors."""

from django.urls import path

from community.mentors import views

urlpatterns = [
    path("mentors/new-here/", views.new_here, name="new_here"),
    path("comments/<int:pk>/welcome/", views.welcome_page, name="welcome"),
    path("account/mentor/", views.mentor_page, name="mentor"),
    path("moderation/people/<int:pk>/mentor/", views.offer_page, name="offer_mentor"),
]
