"""Addresses of appeals: for moderators, and for the people they are about."""

from django.urls import path

from community.moderation.appeals import author_views, views

for_moderators = [
    path("appeals/", views.appeal_list, name="appeals"),
    path("appeals/<int:pk>/", views.appeal_case, name="appeal"),
]

urlpatterns = [
    path("account/decisions/", author_views.my_decisions, name="my_decisions"),
    path("account/decisions/<int:pk>/", author_views.member_statement, name="member_statement"),
    path(
        "receipts/<str:token>/decisions/<int:pk>/",
        author_views.guest_statement,
        name="guest_statement",
    ),
]
