"""Addresses of notices: for everybody, and for moderators."""

from django.urls import path

from community.moderation.notices import desk_views, views

for_moderators = [
    path("notices/", desk_views.notice_list, name="notices"),
    path("notices/<int:pk>/", desk_views.notice_case, name="notice"),
]

urlpatterns = [
    path("notices/", views.find_notice, name="find_notice"),
    path("notices/new/", views.notice_page, name="notice_new"),
    path("notices/<str:reference>/<str:key>/", views.notice_status, name="notice_status"),
]
