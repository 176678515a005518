"""Addresses of the questions to the archive."""

from django.urls import path

from community.asking import views

urlpatterns = [
    path("ask/", views.ask_page, name="ask"),
    path("ask/deleted/", views.question_deleted, name="question_deleted"),
    path("ask/<str:token>/", views.answer_page, name="answer"),
    path("ask/<str:token>/feedback/", views.answer_feedback, name="answer_feedback"),
    path("ask/<str:token>/delete/", views.answer_delete, name="answer_delete"),
]
