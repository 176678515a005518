"""Addresses of the desk."""

from django.urls import path

from community.desk import views

urlpatterns = [path("", views.desk, name="desk")]
