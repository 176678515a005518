"""From the preview to the stored article."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.library.actions import create_article, find_topics
from articles.models import Article
from community.desk.models import DeskLogEntry, DeskRun
from community.desk.runs.items import FOLDER
from community.members.models import Member
from community.outbox.models import OutboxEvent
from community.threads.models import Comment

TITLE = "Short walks help more than long ones"


@pytest.fixture
def address(at_desk: Client, walks: bytes) -> str:
    """Where the preview of the document is."""
    return at_desk.post("/desk/", {"documents": SimpleUploadedFile("walks.txt", walks)}).url


def given(**changes: str) -> dict[str, Any]:
    return {"title": TITLE, "do": "draft", **changes}


def test_the_preview_shows_what_was_recognised_and_what_was_left_out(
    at_desk: Client, address: str
) -> None:
    page = at_desk.get(address).content.decode()
    assert f"{TITLE}</h3>" in page
    assert "<h2>What they did</h2>" in page
    assert "2 paragraphs, under 1 sub-heading" in page
    assert "3: 2 at the top, 1 reply" in page
    assert "Subscribe to our newsletter" in page
    assert page.count('class="comment"') == 3
    assert (Article.objects.count(), Comment.objects.count()) == (0, 0)


def test_kept_as_a_draft(at_desk: Client, address: str, stefan: Member) -> None:
    response = at_desk.post(address, given())
    article = Article.objects.get()
    assert response.url == f"/desk/articles/{article.pk}/"
    assert (article.state, article.comment_count, article.edited_at) == ("draft", 3, None)
    assert list(article.desk_log.values_list("act", "editor", "note")) == [
        ("imported", stefan.pk, "walks.txt")
    ]


def test_published_at_once(at_desk: Client, address: str) -> None:
    at_desk.post(address, given(do="publish"))
    assert Article.objects.get().is_published
    assert OutboxEvent.objects.filter(kind="article_published").count() == 1


def test_a_double_click_stores_once_and_lands_on_the_same_page(
    at_desk: Client, address: str
) -> None:
    first = at_desk.post(address, given(do="publish"))
    second = at_desk.post(address, given(do="publish"))
    assert first.url == second.url
    assert (Article.objects.count(), Comment.objects.count()) == (1, 3)
    assert OutboxEvent.objects.filter(kind="article_published").count() == 1


def test_dropped_documents_leave_nothing(at_desk: Client, address: str, tmp_path: Path) -> None:
    page = at_desk.post(address, {"do": "leave"}, follow=True).content.decode()
    assert "walks.txt was dropped. Nothing of it was stored." in page
    assert (Article.objects.count(), DeskRun.objects.count()) == (0, 0)
    assert [file for file in (tmp_path / FOLDER).rglob("*") if file.is_file()] == []
    assert at_desk.get(address).status_code == 404


def test_what_staff_correct_is_what_is_stored(at_desk: Client, address: str) -> None:
    find_topics(["Rest"])
    corrections = {
        "title": "Walks that help", "standfirst": "Ten minutes.", "author": "Kim Doe",
        "source_name": "Harbour News", "source_url": "https://harbour.example/walks",
        "published_on": "2026-03-01", "topics": ["Rest"], "new_topics": "Walking, Pacing",
    }  # fmt: skip
    at_desk.post(address, given(**corrections))
    article = Article.objects.get()
    assert (article.title, article.standfirst, article.author) == (
        "Walks that help", "Ten minutes.", "Kim Doe",
    )  # fmt: skip
    assert (article.source.name, article.source_url) == (
        "Harbour News", "https://harbour.example/walks",
    )  # fmt: skip
    assert f"{article.source_published_at:%Y-%m-%d %H:%M}" == "2026-03-01 00:00"
    assert sorted(topic.name for topic in article.topics.all()) == ["Pacing", "Rest", "Walking"]


def test_the_corrected_document_is_known_when_it_comes_again(
    at_desk: Client, address: str, walks: bytes
) -> None:
    at_desk.post(address, given(title="Walks that help"))
    again = at_desk.post("/desk/", {"documents": SimpleUploadedFile("walks.txt", walks)}).url
    page = at_desk.get(again).content.decode()
    assert "This article is here already, with the same text." in page
    assert "There is nothing to bring in." in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "a" * 301),
        ("source_url", "javascript:alert(1)"),
        ("source_url", "mailto:kim@harbour.example"),
        ("published_on", "1 March"),
        ("new_topics", "a" * 81),
        ("new_topics", ",".join("abcdefghijklmn")),
    ],
)
def test_what_cannot_be_stored_comes_back_in_the_form(
    at_desk: Client, address: str, field: str, value: str
) -> None:
    response = at_desk.post(address, given(**{"standfirst": "My own words.", field: value}))
    assert (response.status_code, Article.objects.count()) == (422, 0)
    assert list(response.context["form"].errors) == [field]
    assert "My own words." in response.content.decode()


def test_the_address_of_another_article_is_refused(at_desk: Client, address: str) -> None:
    url = "https://harbour.example/walks"
    create_article(title="Hills", body_html="<p>Up.</p>", source_url=url)
    response = at_desk.post(address, given(source_url=url))
    assert "“Hills” has this address already." in response.content.decode()


def test_a_newer_text_is_taken_over_after_it_was_seen(
    at_desk: Client, address: str, walks: bytes
) -> None:
    at_desk.post(address, given())
    newer = walks.replace(b"Ten minutes", b"Twelve minutes")
    url = at_desk.post("/desk/", {"documents": SimpleUploadedFile("walks.txt", newer)}).url
    assert "Take over the new text" in at_desk.get(url).content.decode()
    assert "Ten" in Article.objects.get().body_html
    at_desk.post(url, {"do": "publish"})
    assert "Twelve" in Article.objects.get().body_html
    assert DeskLogEntry.objects.filter(act="imported").count() == 1


def test_new_comments_of_a_known_article_come_in(
    at_desk: Client, address: str, walks: bytes
) -> None:
    at_desk.post(address, given())
    more = walks + b"\n3. I start tomorrow, with my neighbour and her dog.\n"
    url = at_desk.post("/desk/", {"documents": SimpleUploadedFile("walks.txt", more)}).url
    page = at_desk.get(url).content.decode()
    assert "1 of the comments is new." in page
    assert page.count("here already</span>") == 3
    at_desk.post(url, {"do": "draft"})
    assert Comment.objects.count() == 4


def test_hostile_documents_come_out_harmless(at_desk: Client) -> None:
    data = b"A title <script>alert(1)</script>\n\nText <img src=x onerror=alert(1)> of it.\n"
    url = at_desk.post("/desk/", {"documents": SimpleUploadedFile("x.txt", data)}).url
    page = at_desk.get(url).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img" not in page


def test_what_is_stored_leads_to_the_article_without_a_warning(
    at_desk: Client, address: str
) -> None:
    at_desk.post(address, given())
    answer = at_desk.get(address)
    assert answer.url == f"/desk/articles/{Article.objects.get().pk}/"
    assert "not kept here" not in at_desk.get(answer.url).content.decode()
