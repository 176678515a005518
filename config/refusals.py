"""Answers to requests that Django gives up before a view has seen them."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.defaults import bad_request


def refused(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """What is too large is told so (413); everything else gets the page for mistyped addresses."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return bad_request(request, exception)


def too_large(request: HttpRequest) -> HttpResponse:
    """Says how much a form may hold. The words stay in the browser: we never received them."""
    return render(request, "413.html", status=413)
