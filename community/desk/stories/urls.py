"""Addresses of the stories at the desk."""

from django.urls import path

from community.desk.stories import views

urlpatterns = [
    path("", views.story_list, name="desk_stories"),
    path("proposals/<int:pk>/", views.decide_proposal, name="desk_story_proposal"),
    path("<int:pk>/", views.story_page, name="desk_story"),
]
