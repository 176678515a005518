"""Addresses of the newsletter at the desk."""

from django.urls import path

from community.desk.newsletter import views

urlpatterns = [
    path("", views.newsletter_desk, name="desk_newsletter"),
    path("<int:pk>/", views.issue_page, name="desk_issue"),
    path("<int:pk>/going/", views.issue_going, name="desk_issue_going"),
    path("<int:pk>/text/", views.issue_preview, {"form": "text"}, name="desk_issue_text"),
    path("<int:pk>/html/", views.issue_preview, {"form": "html"}, name="desk_issue_html"),
]
