"""Addresses of the desk."""

from django.urls import path

from community.desk import article_views, help_line_views, upload_views, views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("uploads/<slug:key>/", upload_views.upload_page, name="desk_upload"),
    path("articles/<int:pk>/", article_views.article_page, name="desk_article"),
    path("articles/<int:pk>/edit/", article_views.edit_page, name="desk_edit"),
    path("articles/<int:pk>/read/", article_views.reading_page, name="desk_reading"),
    path("help-lines/", help_line_views.help_line_list, name="desk_help_lines"),
    path("help-lines/add/", help_line_views.help_line_country, name="desk_help_line_new"),
    path(
        "help-lines/<str:code>/", help_line_views.help_line_country, name="desk_help_line_country"
    ),
    path(
        "help-lines/<str:code>/reset/",
        help_line_views.help_line_reset,
        name="desk_help_line_reset",
    ),
]
