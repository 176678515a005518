"""Back to the page somebody came from."""

import pytest
from allauth.core.context import request_context
from django.http import HttpRequest
from django.test import RequestFactory

from community.members.signing_in.ways_back import noting_page_before, page_before


def request(referer: str, path: str = "/account/login/", **options: object) -> HttpRequest:
    return RequestFactory().get(path, headers={"Referer": referer}, **options)


def before(referer: str, **options: object) -> str:
    made = request(referer, **options)
    with request_context(made):
        return page_before(made)


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://testserver/articles/rest/", "/articles/rest/"),
        ("http://testserver/articles/rest/?from=51", "/articles/rest/?from=51"),
        ("http://testserver/", "/"),
        ("http://testserver/account/login/", ""),
        ("http://elsewhere.example/articles/rest/", ""),
        ("http://testserver.evil.example/", ""),
        ("http://testserver@evil.example/", ""),
        ("//testserver/x/", "/x/"),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_the_page_before_is_one_of_ours_or_none(referer: str, page: str) -> None:
    assert before(referer) == page


def test_an_unencrypted_page_is_none_of_ours_on_an_encrypted_site() -> None:
    assert before("http://testserver/articles/", secure=True) == ""


def test_a_page_that_was_asked_for_counts_more_than_the_page_before() -> None:
    made = request("http://testserver/articles/", "/account/login/?next=/topics/")
    with request_context(made):
        assert noting_page_before(made) is None


def test_the_page_before_is_noted_once() -> None:
    made = request("http://testserver/articles/")
    with request_context(made):
        answer = noting_page_before(made)
    assert answer is not None
    assert answer["Location"] == "/account/login/?next=%2Farticles%2F"
