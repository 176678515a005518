"""Addresses of threads and comments. Where members write, warnings come first: see `sanctions`."""

from django.urls import path

from community.threads.editing import views as editing_views
from community.threads.holding import views as holding_views
from community.threads.posting import views as writing_views
from community.threads.reading import permalink_views, views
from community.threads.renaming import views as renaming_views
from community.threads.second_thoughts import views as second_thoughts_views
from community.threads.stories import views as story_views

urlpatterns = [
    path("articles/<slug:slug>/", views.article_page, name="article_page"),
    path("articles/<slug:slug>/branch/<int:number>/", views.branch_page, name="branch_page"),
    path("stories/<slug:slug>/", story_views.story_page, name="story_page"),
    path("comments/<int:pk>/", permalink_views.permalink, name="comment_permalink"),
    path("comments/<int:pk>/reply/", writing_views.reply_page, name="reply"),
    path("comments/<int:pk>/withdraw/", editing_views.withdraw_page, name="withdraw_comment"),
    path("account/words/", holding_views.held_page, name="held_words"),
    path("account/words/<int:pk>/discard/", holding_views.discard, name="discard_words"),
    path(
        "account/second-thoughts/",
        second_thoughts_views.second_thoughts_page,
        name="second_thoughts",
    ),
    path("account/name/", renaming_views.rename_page, name="account_name"),
]
