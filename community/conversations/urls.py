"""Addresses of conversations. Where members write, warnings come first: see `sanctions`."""

from django.urls import path

from community.conversations import list_views, views

urlpatterns = [
    path("", list_views.front_page, name="front_page"),
    path("conversations/", list_views.conversation_list, name="conversation_list"),
    path("conversations/<int:pk>/", views.conversation_page, name="conversation"),
    path(
        "conversations/<int:pk>/branch/<int:number>/",
        views.conversation_branch,
        name="conversation_branch",
    ),
    path("conversations/<int:pk>/members/", views.narrow_page, name="conversation_narrow"),
    path("topics/<slug:slug>/", list_views.topic_page, name="topic_page"),
    path(
        "topics/<slug:slug>/conversations/",
        list_views.topic_conversations,
        name="topic_conversations",
    ),
]
