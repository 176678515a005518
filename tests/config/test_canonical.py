"""Every page that search engines may look at names its one address."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.library.actions import create_article, publish_article
from articles.library.views import LIST_LENGTH
from articles.models import Article
from community.site_pages.robots import is_for_everybody
from tests.config.roles_table import EVERYBODY, TABLE
from tests.config.test_roles import address_of, addresses, as_if_never, routes

__all__ = ["addresses"]
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def canonical(client: Client, address: str) -> list[str]:
    found = CANONICAL.findall(client.get(address).content.decode())
    return [each.removeprefix(settings.SITE_URL) for each in found]


def test_pages_name_one_address_or_none(client: Client, addresses: dict[str, Any]) -> None:
    named, expected, everything = {}, {}, routes()
    for name in sorted(name for name in TABLE if TABLE[name] == EVERYBODY):
        address = address_of(everything[name], addresses)
        with as_if_never():
            if "text/html" not in client.get(address)["Content-Type"]:
                continue
            expected[name] = [[address] if is_for_everybody(address) else []] * 2
            varied = f"{address}?utm_source=x&order=newest"
            named[name] = [canonical(client, address), canonical(client, varied)]
    assert named == expected and any(each[0] for each in expected.values())


def test_pages_of_a_thread_name_the_article(client: Client, article: Article) -> None:
    address = article.get_absolute_url()
    for question in ("?order=newest", "?from=3", "?from=3&order=newest"):
        assert canonical(client, address + question) == [address]


@pytest.mark.django_db
def test_a_later_page_of_a_list_is_a_page_of_its_own(client: Client) -> None:
    for number in range(LIST_LENGTH + 1):
        publish_article(article=create_article(title=f"Rest {number}", body_html="<p>x</p>"))
    assert canonical(client, "/articles/?after=rest-1") == ["/articles/?after=rest-1"]
    assert canonical(client, "/articles/?after=nothing") == ["/articles/"]


@pytest.mark.django_db
def test_where_there_is_no_page_there_is_no_address(client: Client) -> None:
    page = client.get("/there-is-no-such-page/").content.decode()
    assert "canonical" not in page and "og:url" not in page
