"""Addresses of decisions about people and threads, and of the pages on which members write."""

from django.urls import path

from community.moderation.sanctions import thread_views, views, writing_views

urlpatterns = [
    path("articles/<slug:slug>/comments/", writing_views.post_page, name="post_comment"),
    path("conversations/new/", writing_views.start_page, name="conversation_new"),
    path(
        "conversations/<int:pk>/comments/",
        writing_views.post_in_conversation,
        name="post_in_conversation",
    ),
    path("comments/<int:pk>/edit/", writing_views.edit_page, name="edit_comment"),
]
for_moderators = [
    path("people/<int:pk>/", views.person_page, name="person"),
    path("threads/<int:pk>/", thread_views.thread_page, name="moderate_thread"),
    path(
        "articles/<slug:slug>/thread/",
        thread_views.first_thread_page,
        name="moderate_first_thread",
    ),
]
