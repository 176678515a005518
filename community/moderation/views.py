"""Pages of moderation."""

from django.http import HttpRequest, HttpResponse


def queue_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def moderate_comment(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse()


def log_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()
