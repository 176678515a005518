"""Addresses of a membership."""

from django.urls import include, path

from community.members import views

urlpatterns = [
    path("", views.account_home, name="account_home"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
]
