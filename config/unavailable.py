"""A calm page when the database does not answer, instead of "something went wrong"."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger("django.request")

RETRY_SECONDS = 60  # how soon a browser or a search engine may ask again


class Unavailable:
    """Middleware: answers 503 when the database cannot be reached or stays locked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called by Django when a view raised."""
        if not isinstance(error, OperationalError | InterfaceError):
            return None
        logger.exception("The database did not answer for %s", request.path)
        return unavailable()


def unavailable() -> HttpResponse:
    """The page, made without asking the database anything."""
    response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
