"""Addresses where authors see what became of their words."""

from django.urls import path

from community.notifications import views
from community.notifications.follows import views as follow_views
from community.notifications.letters import views as letter_views
from community.notifications.news import views as news_views

urlpatterns = [
    path("account/news/", news_views.news_page, name="news"),
    path("account/news/read/", news_views.read_news, name="read_news"),
    path("account/news/settings/", news_views.news_settings, name="news_settings"),
    path("account/news/<int:pk>/", news_views.open_news, name="open_news"),
    path("follow/asked/", follow_views.follow_asked, name="follow_asked"),
    path("follow/<str:kind>/<int:key>/", follow_views.follow_page, name="follow"),
    path("members/<slug:public_id>/follow/", follow_views.follow_member_page, name="follow_member"),
    path("comments/<int:pk>/tell-me/", follow_views.follow_posted, name="follow_posted"),
    path("comments/<int:pk>/more/", follow_views.more_about_comment, name="more_about_comment"),
    path("letters/<str:token>/", letter_views.letters_page, name="letters"),
    path("letters/<str:token>/pause/", letter_views.pause_page, name="letters_pause"),
    path("letters/<str:token>/stop/<str:setting>/", letter_views.stop_page, name="letters_stop"),
    path(
        "letters/<str:token>/confirm/<int:pk>/", letter_views.confirm_page, name="letters_confirm"
    ),
    path("account/comments/", views.my_comments, name="my_comments"),
    path("account/comments/<int:pk>/again/", views.send_again, name="send_again"),
    path("receipts/erased/", views.receipt_erased, name="receipt_erased"),
    path("receipts/posted-before/", views.posted_before, name="posted_before"),
    path("receipts/<str:token>/edit/", views.receipt_edit, name="receipt_edit"),
    path("receipts/<str:token>/withdraw/", views.receipt_withdraw, name="receipt_withdraw"),
    path("receipts/<str:token>/forget/", views.receipt_forget, name="receipt_forget"),
]
