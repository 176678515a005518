"""Addresses of the reply templates."""

from django.urls import path

from community.moderation.replies import views

urlpatterns = [
    path("replies/", views.replies_page, name="replies"),
    path("replies/new/", views.new_reply, name="new_reply"),
    path("replies/<int:pk>/", views.reply_template, name="reply_template"),
]
