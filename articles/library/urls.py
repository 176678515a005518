"""Addresses of lists. The pages of an article and of a topic show discussions, so they live with those."""

from django.urls import path

from articles.library import views

urlpatterns = [
    path("articles/", views.article_list, name="article_list"),
    path("topics/", views.topic_list, name="topic_list"),
]
