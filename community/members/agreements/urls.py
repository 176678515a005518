"""Addresses of what people agree to."""

from django.urls import path

from community.members.agreements import views

urlpatterns = [
    path("agreements/<slug:kind>/", views.version_list, name="agreement_versions"),
    path("agreements/<slug:kind>/<int:number>/", views.version_page, name="agreement_version"),
    path("account/agreements/", views.own_page, name="agreements"),
    path("account/agreements/withdraw/", views.withdraw_page, name="withdraw_consent"),
]
