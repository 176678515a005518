"""Addresses where authors see what became of their words."""

from django.urls import path

from community.notifications import views

urlpatterns = [
    path("account/comments/", views.my_comments, name="my_comments"),
    path("account/comments/<int:pk>/again/", views.send_again, name="send_again"),
    path("receipts/erased/", views.receipt_erased, name="receipt_erased"),
    path("receipts/posted-before/", views.posted_before, name="posted_before"),
    path("receipts/<str:token>/", views.receipt, name="receipt"),
    path("receipts/<str:token>/edit/", views.receipt_edit, name="receipt_edit"),
    path(
        "receipts/<str:token>/withdraw/",
        views.receipt_end,
        {"act": "withdraw"},
        name="receipt_withdraw",
    ),
    path("receipts/<str:token>/erase/", views.receipt_end, {"act": "erase"}, name="receipt_erase"),
    path("receipts/<str:token>/forget/", views.receipt_forget, name="receipt_forget"),
]
