"""Addresses of the list of words."""

from django.urls import path

from community.moderation.terms import views

urlpatterns = [
    path("terms/", views.terms_page, name="terms"),
    path("terms/<int:pk>/", views.term_page, name="term"),
]
