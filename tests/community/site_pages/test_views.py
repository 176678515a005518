"""The pages about the house, and what programs ask of it."""

import html
import re
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from common.comfort import COOKIE_AGE
from common.retention import RULES

pytestmark = pytest.mark.django_db


def test_the_house_is_alive_even_when_the_database_is_not(
    client: Client, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.block():
        assert client.get("/healthz").status_code == 200


def test_the_house_is_ready_when_the_database_answers(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").status_code == 200

    def away(*args: object) -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    assert client.get("/readyz").status_code == 503


def test_browsers_that_ask_for_an_icon_by_themselves_get_it(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"].startswith("/static/img/icon-32")


def test_search_engines_are_asked_to_leave_personal_pages_alone(client: Client) -> None:
    said = client.get("/robots.txt").content.decode()
    assert "Disallow: /receipts/" in said and "Disallow: /articles" not in said


def test_the_help_lines_of_the_readers_country_come_first(client: Client) -> None:
    page = client.get("/help-lines/", headers={"Accept-Language": "sv-SE"}).content.decode()
    assert page.index("Sweden") < page.index("Ireland")
    page = client.get("/help-lines/", headers={"Accept-Language": "en-IE"}).content.decode()
    assert page.index("Ireland") < page.index("Sweden")


def test_reading_comfort_works_without_scripts_and_leads_back(client: Client) -> None:
    chosen = {"theme": "dark", "next": "/guidelines/"}
    answer = client.post("/comfort/", chosen)
    assert answer["Location"] == "/guidelines/"
    assert 'data-theme="dark"' in client.get("/guidelines/").content.decode()
    client.post("/comfort/", {})
    assert 'data-theme="dark"' not in client.get("/guidelines/").content.decode()


def test_reading_comfort_is_remembered_for_a_year(client: Client) -> None:
    client.post("/comfort/", {"theme": "dark"})
    assert client.cookies["comfort"]["max-age"] == COOKIE_AGE == 365 * 24 * 3600


def test_reading_comfort_never_leads_to_another_site(client: Client) -> None:
    answer = client.post("/comfort/", {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/comfort/"


def test_the_page_about_privacy_says_what_the_settings_say(client: Client, settings: Any) -> None:
    settings.KEEP_QUESTIONS_DAYS, settings.KEEP_NEWS_DAYS = 14, 21
    page = text_of(client, "/privacy/")
    assert "Your question is kept for 14 days without anything about you" in page
    assert "for 21 days what we told you" in page


def test_how_long_things_are_kept_stands_on_a_page_made_from_the_rules(
    client: Client, settings: Any
) -> None:
    settings.KEEP_QUESTIONS_DAYS = 14
    page = text_of(client, "/privacy/how-long/")
    assert "14 days after it was asked." in page
    for rule in RULES:
        assert rule.what in page and rule.why in page


def text_of(client: Client, address: str) -> str:
    """The words of a page."""
    words = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
    return " ".join(html.unescape(words).split()).replace(" .", ".").replace(" ,", ",")
