"""Limits of the desk: on them, above them, and that no word is lost. See docs/limits.md."""

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.library.actions import create_article
from articles.library.models import (
    ADDRESS_MAX,
    AUTHOR_MAX,
    RUN_SOURCE_MAX,
    SOURCE_NAME_MAX,
    TITLE_MAX,
    TOPIC_MAX,
)
from articles.models import Article, ImportRun
from common.html import MAX_RESULT_LENGTH
from community.desk.article_views import LOG_SHOWN
from community.desk.forms import BODY_MAX, NEW_TOPICS_MAX, NOTE_MAX, STANDFIRST_MAX
from community.desk.lists import LIST_LENGTH, RUNS_SHOWN, TITLE_ASKED_MAX
from community.desk.models import DeskLogEntry
from community.desk.old_tree import COMMENTS_SHOWN
from community.desk.runs.uploads import NAME_MAX
from community.members.models import Member


@pytest.fixture
def preview(at_desk: Client, walks: bytes) -> str:
    """Where the preview of a document is."""
    return upload(at_desk, walks)


def upload(client: Client, data: bytes, name: str = "walks.txt") -> str:
    return client.post("/desk/", {"documents": SimpleUploadedFile(name, data)}).url


def keep(client: Client, address: str, **given: str) -> tuple[int, str]:
    """Keep the document of a preview as a draft; gives the status and what the page shows."""
    response = client.post(address, {"title": "Walks", "do": "draft", **given})
    return response.status_code, html.unescape(response.content.decode())


def check_limit(client: Client, address: str, field: str, longest: str) -> Article:
    """One character too many comes back with words that say so; the longest is stored."""
    status, page = keep(client, address, **{field: longest + "x"})
    assert status == 422 and not Article.objects.exists()
    assert f"holds up to {len(longest):,} characters, and this has {len(longest) + 1:,}." in page
    assert "Please shorten it; nothing you wrote is lost." in page and longest + "x" in page
    assert keep(client, address, **{field: longest})[0] == 302
    return Article.objects.get()


def test_no_browser_cuts_off_what_staff_paste(at_desk: Client, preview: str, article: Any) -> None:
    edit = reverse("desk_edit", args=[article.pk])
    for address in (preview, edit, reverse("desk_article", args=[article.pk])):
        assert not re.findall(r"<(?:input|textarea)[^>]*maxlength", at_desk.get(address).text)


def test_a_title_that_is_too_long_comes_back_whole(at_desk: Client, preview: str) -> None:
    longest = "Short walks ".ljust(TITLE_MAX, "x")
    assert check_limit(at_desk, preview, "title", longest).title == longest


def test_a_title_that_grows_when_it_is_stored_is_counted_as_it_is_stored(
    at_desk: Client, preview: str
) -> None:
    assert keep(at_desk, preview, title="\u0958" * (TITLE_MAX // 2 + 1))[0] == 422
    assert keep(at_desk, preview, title="\u0958" * (TITLE_MAX // 2))[0] == 302


def test_a_standfirst_that_is_too_long_comes_back_whole(at_desk: Client, preview: str) -> None:
    longest = "Ten minutes ".ljust(STANDFIRST_MAX, "x")
    assert check_limit(at_desk, preview, "standfirst", longest).standfirst == longest


def test_a_byline_that_is_too_long_comes_back_whole(at_desk: Client, preview: str) -> None:
    longest = "Kim Doe ".ljust(AUTHOR_MAX, "x")
    assert check_limit(at_desk, preview, "author", longest).author == longest


def test_the_name_of_a_source_that_is_too_long_comes_back_whole(
    at_desk: Client, preview: str
) -> None:
    longest = "Harbour News ".ljust(SOURCE_NAME_MAX, "x")
    assert check_limit(at_desk, preview, "source_name", longest).source.name == longest


def test_the_address_of_an_original_that_is_too_long_comes_back_whole(
    at_desk: Client, preview: str
) -> None:
    longest = "https://harbour.example/".ljust(ADDRESS_MAX, "x")
    assert check_limit(at_desk, preview, "source_url", longest).source_url == longest


def test_a_topic_that_is_too_long_comes_back_whole(at_desk: Client, preview: str) -> None:
    longest = "Rest " * (TOPIC_MAX // 5 - 1) + "sleep"
    status, page = keep(at_desk, preview, new_topics=longest + "x")
    assert status == 422 and longest + "x" in page
    assert f"topics of up to {TOPIC_MAX} characters each." in page
    keep(at_desk, preview, new_topics=longest)
    assert Article.objects.get().topics.get().name == longest


def test_more_new_topics_than_the_limit_come_back(at_desk: Client, preview: str) -> None:
    most = ", ".join(f"Topic {number}" for number in range(NEW_TOPICS_MAX))
    status, page = keep(at_desk, preview, new_topics=f"{most}, One more")
    assert status == 422 and f"{most}, One more" in page
    assert f"Please give up to {NEW_TOPICS_MAX} topics" in page
    keep(at_desk, preview, new_topics=most)
    assert Article.objects.get().topics.count() == NEW_TOPICS_MAX


def test_a_note_to_readers_that_is_too_long_comes_back_whole(
    at_desk: Client, article: Article
) -> None:
    address, longest = reverse("desk_article", args=[article.pk]), "x\r\n" * (NOTE_MAX // 2) + "y"
    response = at_desk.post(address, {"do": "withdraw", "note": longest})
    page = response.content.decode()
    assert response.status_code == 422 and longest in page and "Please shorten it" in page
    assert f"A note holds up to {NOTE_MAX:,} characters, and this has {NOTE_MAX + 1:,}." in page
    assert at_desk.post(address, {"do": "withdraw", "note": longest[:-1]}).status_code == 302
    article.refresh_from_db()
    assert article.state == "withdrawn"


def edit(client: Client, article: Article, **changes: str) -> tuple[int, str]:
    """Send the edit form with some of it changed, line breaks as browsers send them."""
    address = reverse("desk_edit", args=[article.pk])
    initial = client.get(address).context["form"].initial
    sent = {"do": "save"} | {name: value or "" for name, value in initial.items()} | changes
    response = client.post(address, sent | {"body": sent["body"].replace("\n", "\r\n")})
    return response.status_code, html.unescape(response.content.decode())


def test_a_text_that_is_too_long_comes_back_whole(at_desk: Client, article: Article) -> None:
    body = "x" * (BODY_MAX + 1)
    status, page = edit(at_desk, article, body=body)
    assert status == 422 and body in page
    assert f"A text holds up to {BODY_MAX:,} characters, and this has {BODY_MAX + 1:,}." in page
    assert "Please make two articles of it; nothing you wrote is lost." in page


@pytest.mark.parametrize(
    ("last", "mode"), [("<p>{}</p>", "plain"), ("<ul><li>{}</li></ul>", "html")]
)
def test_the_longest_article_that_came_in_can_be_edited(
    at_desk: Client, last: str, mode: str
) -> None:
    paragraphs = ["<p>" + "x" * 92 + "</p>"] * (MAX_RESULT_LENGTH // 100 - 1)
    body = "\n".join([*paragraphs, last.format("y" * (102 - len(last)))])
    article = create_article(title="Long", body_html=body)
    assert len(article.body_html) == MAX_RESULT_LENGTH
    assert edit(at_desk, article, title="Longer")[0] == 302
    article.refresh_from_db()
    assert (article.title, article.body_html) == ("Longer", body)
    page = at_desk.get(reverse("desk_edit", args=[article.pk]))
    assert page.context["form"].initial["mode"] == mode


def draft(title: str) -> Article:
    return create_article(title=title, body_html="<p>Words.</p>")


def test_pages_of_the_list_hold_no_more_than_its_length(at_desk: Client) -> None:
    for number in range(LIST_LENGTH):
        draft(f"Title {number}")
    assert not at_desk.get("/desk/").context["list"].more
    draft("One more")
    first = at_desk.get("/desk/").context["list"]
    rest = at_desk.get(f"/desk/{first.more}").context["list"]
    assert (len(first.articles), len(rest.articles), rest.more) == (LIST_LENGTH, 1, "")


def test_a_longer_headline_than_is_asked_for_finds_its_article(at_desk: Client) -> None:
    headline = "Short walks ".ljust(TITLE_ASKED_MAX + 20, "x")
    draft(headline)
    draft("Sleep")
    page = at_desk.get("/desk/", {"title": headline})
    assert [article.title for article in page.context["list"].articles] == [headline]
    assert f'value="{headline[:TITLE_ASKED_MAX]}"' in page.content.decode()


def test_the_newest_imports_are_shown_and_the_others_stay_with_their_articles(
    at_desk: Client,
) -> None:
    for number in range(RUNS_SHOWN + 1):
        ImportRun.objects.create(source=f"{number}.txt", format="text")
    page = at_desk.get("/desk/").content.decode()
    assert page.count(".txt</span>") == RUNS_SHOWN and "0.txt" not in page
    article = create_article(
        title="Old", body_html="<p>x</p>", import_run=ImportRun.objects.order_by("pk")[0]
    )
    assert "0.txt" in at_desk.get(reverse("desk_article", args=[article.pk])).content.decode()


def test_the_newest_acts_on_an_article_are_shown_and_all_are_kept(
    at_desk: Client, article: Article, stefan: Member
) -> None:
    acts = [DeskLogEntry(article=article, act="edited", editor=stefan, note=f"Act {number}.")
            for number in range(LOG_SHOWN + 1)]  # fmt: skip
    DeskLogEntry.objects.bulk_create(acts)
    address = reverse("desk_article", args=[article.pk])
    page = at_desk.get(address).content.decode()
    assert f"Act {LOG_SHOWN}." in page and "Act 1." in page and "Act 0." not in page
    assert "Older ones are kept as well" in page
    log = at_desk.get(reverse("admin:community_desklogentry_changelist"), {"p": 2})
    assert "Act 0." in log.content.decode()


def test_the_preview_shows_enough_old_comments_and_says_how_many_follow(
    at_desk: Client, walks: bytes
) -> None:
    more = b"\n\n".join(b"%d. Walking helps me as well." % n for n in range(3, COMMENTS_SHOWN + 1))
    address = upload(at_desk, walks + b"\n" + more)
    page = at_desk.get(address).content.decode()
    assert page.count('id="old-') // 2 == COMMENTS_SHOWN and "And 1 more comment." in page
    assert keep(at_desk, address)[0] == 302
    assert Article.objects.get().comment_count == COMMENTS_SHOWN + 1


def test_a_very_long_name_of_a_file_keeps_its_end(at_desk: Client, walks: bytes) -> None:
    name = "n" * NAME_MAX + "-walks.txt"
    page = at_desk.get(upload(at_desk, walks, name)).content.decode()
    assert f"What we found in {name[-NAME_MAX:]}</h1>" in page


def test_a_very_long_path_of_an_import_keeps_its_end(walks: bytes, bring_in: Any) -> None:
    path = "/folder" * 100 + "/walks.txt"
    bring_in(walks, path)
    run = ImportRun.objects.get()
    assert len(run.source) == RUN_SOURCE_MAX and path.endswith(run.source)
