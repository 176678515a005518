"""Addresses of the desk."""

from django.urls import path

from community.desk import article_views, upload_views, views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("uploads/<slug:key>/", upload_views.upload_page, name="desk_upload"),
    path("articles/<int:pk>/", article_views.article_page, name="desk_article"),
    path("articles/<int:pk>/edit/", article_views.edit_page, name="desk_edit"),
    path("articles/<int:pk>/read/", article_views.reading_page, name="desk_reading"),
]
