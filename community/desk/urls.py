"""Addresses of the desk."""

from django.urls import include, path

from community.desk import article_views, help_line_views, views
from community.desk.agreements import views as agreement_views
from community.desk.history import views as history_views
from community.desk.questions import views as question_views
from community.desk.runs import item_views
from community.desk.runs import views as run_views
from community.desk.sources import views as source_views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("export/", views.export, name="desk_export"),
    path("runs/<int:pk>/", run_views.run_page, name="desk_run"),
    path("runs/<int:pk>/progress/", run_views.run_progress, name="desk_run_progress"),
    path("runs/<int:pk>/<int:number>/", item_views.item_page, name="desk_run_item"),
    path("articles/<int:pk>/", article_views.article_page, name="desk_article"),
    path("articles/<int:pk>/edit/", article_views.edit_page, name="desk_edit"),
    path("articles/<int:pk>/read/", article_views.reading_page, name="desk_reading"),
    path("stories/", include("community.desk.stories.urls")),
    path("articles/<int:pk>/history/", history_views.history_page, name="desk_history"),
    path("changes/", history_views.change_list, name="desk_changes"),
    path("changes/<int:pk>/", history_views.change_page, name="desk_change"),
    path("agreements/", agreement_views.text_list, name="desk_agreements"),
    path("agreements/<slug:kind>/", agreement_views.next_version, name="desk_agreement"),
    path("questions/", question_views.question_list, name="desk_questions"),
    path("newsletter/", include("community.desk.newsletter.urls")),
    path("sources/", source_views.source_list, name="desk_sources"),
    path("sources/add/", source_views.source_new, name="desk_source_new"),
    path("sources/<int:pk>/", source_views.source_page, name="desk_source"),
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
