"""What a link to one of our pages shows elsewhere: oEmbed 1.0 (https://oembed.com).

Answered is a link with its title, and no words: what somebody takes back, or what we remove,
could not be taken back from there.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve

from articles.models import Article
from articles.syndication.articles import author_of
from articles.syndication.records import site_address
from community.syndication.comments import title_of
from community.threads.models import Comment

AGE_SECONDS = 3600  # so long whoever shows it may keep it; a withdrawal is seen after that
# In every key of the database there are fewer digits.
COMMENT = re.compile("comment-([0-9]{1,18})")


class Gone(Exception):
    """What the address names was withdrawn."""


def describe(address: str) -> dict[str, Any]:
    """What is known of an address of ours. Raises Http404, or Gone."""
    named = find(address)
    article = named.thread.article if isinstance(named, Comment) else named
    if article is not None and article.state == Article.State.WITHDRAWN:
        raise Gone
    title, author_name = title_and_author(named)
    link = {
        "version": "1.0",
        "type": "link",
        "title": title,
        "author_name": author_name,
        "provider_name": settings.SITE_NAME,
        "provider_url": site_address("/"),
        "cache_age": AGE_SECONDS,
    }
    return {name: value for name, value in link.items() if value != ""}


def title_and_author(named: Article | Comment) -> tuple[str, str]:
    """What the link says."""
    if isinstance(named, Article):
        return named.title, author_of(named)
    if named.is_opening:
        return named.title, named.author_name
    return title_of(named, named.thread.title), named.author_name


def find(address: str) -> Article | Comment:
    """The article or comment at an address, published or withdrawn; nothing is fetched for it."""
    try:
        parts = urlsplit(address)
        match = resolve(parts.path) if is_ours(address) else None
    except (ValueError, Resolver404):
        match = None
    if match and match.url_name == "comment_permalink":
        return find_comment(match.kwargs["pk"])
    if match and match.url_name == "article_page":
        comment = COMMENT.fullmatch(parts.fragment)
        return find_comment(int(comment[1])) if comment else find_article(match.kwargs["slug"])
    if match and match.url_name == "conversation":
        comment = COMMENT.fullmatch(parts.fragment)
        return find_comment(int(comment[1])) if comment else find_opening(match.kwargs["pk"])
    raise Http404("There is nothing to show at this address.")


def is_ours(address: str) -> bool:
    """Whether the address is on this site, by http or https."""
    parts = urlsplit(address)
    own = urlsplit(settings.SITE_URL)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == own.netloc.lower()


def find_article(slug: str) -> Article:
    """The article that readers find there."""
    return get_object_or_404(Article.objects.addressable().select_related("source"), slug=slug)


def find_opening(thread: int) -> Comment:
    """The first words of a conversation, while everybody may read them."""
    openings = Comment.objects.open_to(None).filter(thread=thread, is_opening=True)
    return get_object_or_404(openings.select_related("thread"))


def find_comment(pk: int) -> Comment:
    """The comment, while everybody may read it."""
    readable = Comment.objects.addressable_to(None).filter(moved_to=None)
    return get_object_or_404(readable.select_related("thread__article__source"), pk=pk)
