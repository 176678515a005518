"""Addresses of lists. The article page itself shows a discussion, so it lives with the threads."""

from django.urls import path

from articles.library import views

urlpatterns = [
    path("articles/", views.article_list, name="article_list"),
    path("topics/", views.topic_list, name="topic_list"),
    path("topics/<slug:slug>/", views.topic_page, name="topic_page"),
]
