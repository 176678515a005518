"""Addresses of members' pages, and of what changes them."""

from django.urls import path

from community.member_pages import editing_views, moderator_views, views

urlpatterns = [
    path("members/<slug:public_id>/", views.member_page, name="member_page"),
    path("members/<slug:public_id>/lines/", moderator_views.lines_page, name="page_lines"),
    path("account/profile/", editing_views.edit_page, name="edit_member_page"),
]
