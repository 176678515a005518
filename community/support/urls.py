"""Address of saying something about a comment with a button."""

from django.urls import path

from community.support import views

urlpatterns = [
    path("comments/<int:pk>/support/", views.support_page, name="support_comment"),
]
