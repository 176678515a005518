"""Addresses of the queue and its cases."""

from django.urls import path

from community.moderation.queue import (
    annotating_views,
    blanking_views,
    bulk_views,
    moving_views,
    own_views,
    views,
)

urlpatterns = [
    path("", views.queue_page, name="queue"),
    path("next/", views.begin, name="begin_moderating"),
    path("bulk/", bulk_views.bulk, name="bulk_decide"),
    path("mine/", own_views.my_decisions, name="my_moderation"),
    path("decisions/<int:pk>/undo/", own_views.undo, name="undo_decision"),
    path("comments/<int:pk>/", views.moderate_comment, name="moderate_comment"),
    path("comments/<int:pk>/handle/", views.handle_case, name="handle_case"),
    path("comments/<int:pk>/blank/", blanking_views.redact_page, name="redact_comment"),
    path("comments/<int:pk>/note/", annotating_views.annotate_page, name="annotate_comment"),
    path("comments/<int:pk>/move/", moving_views.move_page, name="move_comment"),
]
