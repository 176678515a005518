"""When the database does not answer."""

import pytest
from django.db import OperationalError
from django.test import Client

from community.threads.reading import kept_first, views


def test_a_database_that_is_away_gets_a_calm_page(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(slug: str) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(kept_first, "find_head", away)
    monkeypatch.setattr(views, "find_head", away)
    response = Client(raise_request_exception=False).get("/articles/resting-early/")
    assert response.status_code == 503
    assert response["Retry-After"] and "connection refused" not in response.content.decode()
