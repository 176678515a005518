"""Addresses of the newsletter."""

from django.urls import path

from community.subscribing import views

urlpatterns = [
    path("newsletter/", views.newsletter_page, name="newsletter"),
    path("newsletter/asked/", views.asked_page, name="newsletter_asked"),
    path("newsletter/issues/", views.issue_list, name="newsletter_issues"),
    path("newsletter/issues/<slug:slug>/", views.issue_page, name="newsletter_issue"),
    path("newsletter/<str:token>/confirm/", views.confirm_page, name="newsletter_confirm"),
    path("newsletter/<str:token>/choices/", views.choices_page, name="newsletter_choices"),
    path("newsletter/<str:token>/leave/", views.leave_page, name="newsletter_leave"),
]
