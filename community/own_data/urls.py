"""Addresses of one's own data."""

from allauth.account.decorators import reauthentication_required
from django.urls import path

from community.own_data import guest_views, views

# Whoever finds a telephone that is signed in must not be able to erase everything.
erase_page = reauthentication_required(app="allauth.account")(views.erase_page)

urlpatterns = [
    path("account/data/", views.data_page, name="own_data"),
    path("account/data/download/", views.download_ask, name="download_ask"),
    path("account/data/download/<int:pk>/", views.download_file, name="download_file"),
    path("account/comments/<int:pk>/disown/", views.disown_page, name="disown_comment"),
    path("account/erase/", erase_page, name="erase_account"),
    path("receipts/<str:token>/", guest_views.receipt, name="receipt"),
    path("receipts/<str:token>/erase/", guest_views.receipt_erase, name="receipt_erase"),
    path(
        "receipts/<str:token>/my-comments.json",
        guest_views.receipt_file,
        {"kind": "json"},
        name="receipt_json",
    ),
    path(
        "receipts/<str:token>/my-comments.html",
        guest_views.receipt_file,
        {"kind": "html"},
        name="receipt_html",
    ),
    path("erase/", views.by_mail_page, name="erase_by_mail"),
    path("erase/asked/", views.asked_page, name="erase_asked"),
    path("erase/<str:token>/", views.erasure_page, name="erasure"),
]
