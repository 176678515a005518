"""Addresses of flags."""

from django.urls import path

from community.moderation.flags import views

urlpatterns = [
    path("comments/<int:pk>/flag/", views.flag_page, name="flag_comment"),
    path("account/flags/", views.my_flags, name="my_flags"),
    path("account/flags/<int:pk>/take-back/", views.take_back, name="take_back_flag"),
    path("flags/<str:token>/", views.flag_status, name="flag_status"),
    path("flags/<str:token>/take-back/", views.take_back_as_guest, name="take_back_guest_flag"),
]
