"""The page on which people search."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as how_often
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from articles.index.entries import Kind
from articles.library.actions import create_article, find_topics
from articles.models import Article, SearchEntry
from articles.search.matching import COUNTED_MAX
from community.desk.actions import publish_article, withdraw_article
from community.members.models import Member
from community.search.results import FIRST_ARTICLES, PAGE_LENGTH
from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment, Thread

Grow = Callable[..., list[Comment]]
Say = Callable[..., Comment]

HOSTILE = [
    "",
    '"',
    '"unbalanced',
    "-word",
    "- -- ---",
    "AND OR NOT NEAR",
    "NEAR(a b, 2)",
    "tokens:a^*",
    "a*",
    "(((",
    "' OR 1=1; --",
    "\0pain\0",
    "pain" * 2_500,
    "👍🏽 🧠",
    "topic: author: after: before:",
    "topic:\0 author:'\"",
    "<script>alert(1)</script>",
    "%s %(x)s {0} {x}",
    "after:9999-99-99 before:0000",
    "!&|<->:*",
]


def look(client: Client, typed: str = "", **asked: object) -> LexborHTMLParser:
    response = client.get("/search/", {"q": typed, **asked})
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def text(page: LexborHTMLParser, selector: str = "main") -> str:
    found = page.css_first(selector)
    return " ".join(found.text(separator=" ").split()) if found else ""


def links(page: LexborHTMLParser, selector: str = ".found h3 a") -> list[str]:
    return [str(link.attributes["href"]) for link in page.css(selector)]


@pytest.fixture
def herbs(db: None, stefan: Member) -> Article:
    """An article on marjoram."""
    article = create_article(
        title="Herbs & sleep",
        standfirst="What marjoram does",
        body_html="<h2>Why</h2><p>Nobody &lt;knows&gt; why marjoram helps.</p>",
        topics=["Better nights"],
    )
    return publish_article(article=article, editor=stefan)


def test_articles_and_comments_are_found_with_their_words_marked(
    client: Client, herbs: Article, say: Say, alice: Member
) -> None:
    comment = say("Marjoram <b>did</b> nothing for me & mine", alice)
    page = look(client, "marjorams")
    assert links(page) == [herbs.get_absolute_url(), f"/comments/{comment.pk}/"]
    assert [mark.text() for mark in page.css("mark")] == ["marjoram", "marjoram", "Marjoram"]
    assert "What marjoram does · Why · Nobody <knows> why" in text(page).replace(" .", ".")
    assert "Alice on “Resting early”" in text(page)
    assert "did nothing for me & mine" in text(page) and "<b>" not in text(page, ".said")


def test_counts_stand_by_kind_and_lead_to_each(
    client: Client, herbs: Article, say: Say, alice: Member
) -> None:
    for number in range(2):
        say(f"Marjoram {number}", alice)
    page = look(client, "marjoram")
    assert text(page, ".kinds") == "Everything Articles 1 Comments 2"
    leads = [str(link.attributes["href"]) for link in page.css(".kinds a")]
    only = LexborHTMLParser(client.get(leads[2]).content.decode())
    assert len(links(only)) == 2 and only.css_first(".kinds [aria-current]").text() == "Comments 2"
    assert only.css_first("input[name=in]").attributes["value"] == "comments"


def test_results_go_on_page_by_page(client: Client, grow: Grow) -> None:
    made = grow(PAGE_LENGTH * 2 + 1)
    seen: list[str] = []
    page = look(client, "words", **{"in": "comments"})
    assert "Page 1 of 3" in text(page)
    while True:
        seen += links(page)
        onward = page.css_first("a[rel=next]")
        if onward is None:
            break
        page = LexborHTMLParser(client.get(str(onward.attributes["href"])).content.decode())
    assert len(seen) == len(set(seen)) == len(made)
    assert links(look(client, "words", **{"in": "comments", "page": "99"})) == seen[-1:]


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "1" * 50, ""])
def test_a_page_that_is_no_number_is_the_first(client: Client, grow: Grow, page: str) -> None:
    grow(2)
    assert len(links(look(client, "words", **{"in": "comments", "page": page}))) == 2


def test_of_everything_the_best_articles_are_shown_and_a_link_leads_to_all(
    client: Client, stefan: Member
) -> None:
    for number in range(FIRST_ARTICLES + 2):
        article = create_article(title=f"Herbs {number}", body_html="<p>Marjoram</p>")
        publish_article(article=article, editor=stefan)
    page = look(client, "marjoram")
    assert len(links(page)) == FIRST_ARTICLES
    (leads,) = links(page, ".onward")
    assert len(links(LexborHTMLParser(client.get(leads).content.decode()))) == FIRST_ARTICLES + 2


def test_behind_a_thousand_the_page_says_more_than(client: Client, thread: Thread) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC)
    new = [NewComment("Thyme", "<p>Thyme</p>", "A", now) for _ in range(COUNTED_MAX + 1)]
    store_comments(thread, new)
    page = look(client, "thyme", **{"in": "comments", "page": "50"})
    assert f"Comments more than {COUNTED_MAX:,}" in text(page, ".kinds")
    assert len(links(page)) == PAGE_LENGTH and page.css_first("a[rel=next]") is None


def test_a_topic_is_meant_by_its_name_a_part_of_it_or_its_slug(
    client: Client, herbs: Article, article: Article
) -> None:
    for typed in ('topic:"better nights"', "topic:night", "topic:Better-Nights marjoram"):
        assert links(look(client, typed)) == [herbs.get_absolute_url()], typed
    assert links(look(client, "-topic:nights rest")) == [article.get_absolute_url()]
    assert find_topics(["Work"])
    assert links(look(client, "topic:work marjoram")) == []


def test_what_is_not_understood_is_said(client: Client, herbs: Article) -> None:
    page = text(look(client, "marjoram after:soon"))
    assert "“after:soon” is no date we know" in page and "Herbs & sleep" in page
    assert "There is no topic called “nonsense”" in text(look(client, "topic:nonsense"))
    assert "longer than a search can be" in text(look(client, "marjoram " * 99))


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("xyzzy", "try another word"),
        ("xyzzy plugh", "leave one of them out"),
        ('"xyzzy plugh"', "Take away the quotation marks"),
        ("xyzzy author:plugh", "Take away “author:”"),
        ("xyzzy after:2025", "Take away the date"),
        ("-word", "leaves out what has a word"),
        ("👍", "no letter and no digit"),
    ],
)
def test_where_nothing_is_found_it_says_what_may_help(
    client: Client, herbs: Article, typed: str, advice: str
) -> None:
    assert advice in text(look(client, typed), ".nothing")


def test_nothing_of_a_kind_leads_to_the_other(client: Client, herbs: Article) -> None:
    page = look(client, "marjoram", **{"in": "comments"})
    assert "Nothing was found among the comments" in text(page)
    assert links(page, ".nothing li:first-child a") == ["/search/?q=marjoram"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_ever_a_mistake(client: Client, grow: Grow, typed: str) -> None:
    grow(1)
    page = look(client, typed)
    assert page.css_first("h1").text() == "Search"
    assert page.css_first("main script") is None


def test_bytes_that_are_no_text_are_no_mistake(client: Client, db: None) -> None:
    assert client.get("/search/?q=%ED%A0%80%FF%00pain").status_code == 200


@how_often(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("\"“-:()*^ wordsaninotrtopicuhefy2025'\0\N{THUMBS UP SIGN}é痛", max_size=40))
def test_no_query_at_all_is_a_mistake(client: Client, grow: Grow, typed: str) -> None:
    assert client.get("/search/", {"q": typed}).status_code == 200


def test_an_index_that_is_wrong_betrays_nothing(
    client: Client, say: Say, alice: Member, herbs: Article
) -> None:
    gone, moved = say("Marjoram is a secret", alice), say("Marjoram waits", alice)
    Comment.objects.filter(pk=gone.pk).update(state="removed")
    Comment.objects.filter(pk=moved.pk).update(state="pending")
    SearchEntry.objects.filter(kind=Kind.ARTICLE).update(article_key=gone.thread.article_id)
    Article.objects.filter(pk=herbs.pk).update(state="draft")
    page = text(look(client, "marjoram"))
    assert "secret" not in page and "waits" not in page and "Herbs" not in page


def test_a_withdrawn_article_is_not_shown_nor_what_stands_below_it(
    client: Client, say: Say, alice: Member, stefan: Member
) -> None:
    comment = say("Marjoram", alice)
    withdraw_article(article=comment.thread.article, editor=stefan, note="Wrong.")
    assert links(look(client, "marjoram")) == links(look(client, "resting")) == []


def test_nobody_is_remembered_and_no_search_engine_looks_in(client: Client, grow: Grow) -> None:
    grow(1)
    with CaptureQueriesContext(connection) as captured:
        response = client.get("/search/", {"q": "words"})
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    writes = ("INSERT", "UPDATE", "DELETE")
    assert not [each for each in captured if each["sql"].lstrip().startswith(writes)]
    assert "Disallow: /search/" in client.get("/robots.txt").content.decode()


def test_the_page_asks_no_more_of_many_results_than_of_few(client: Client, grow: Grow) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/", {"q": "words", "in": "comments"})
        return len(captured)

    grow(3)
    few = cost()
    grow(60)
    assert cost() == few <= 8


def test_every_page_leads_to_search_and_the_front_page_has_the_field(
    client: Client, db: None
) -> None:
    front = LexborHTMLParser(client.get("/").content.decode())
    assert front.css_first("nav a[href='/search/']") is not None
    assert (
        front.css_first("form[role=search] label[for=q]").text() == "Search articles and comments"
    )


def test_words_of_danger_are_answered_with_help_lines(client: Client, grow: Grow) -> None:
    grow(1)
    assert look(client, "I want to kill myself").css_first(".help-lines") is not None
    assert look(client, "kill the pain").css_first(".help-lines") is None


def test_the_privacy_page_says_so(client: Client, db: None) -> None:
    assert settings.SITE_NAME
    assert "What you search for is not stored anywhere" in client.get("/privacy/").content.decode()
