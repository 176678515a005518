"""Our own export: what leaves comes back as it was, here without doubles, elsewhere whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from articles.models import Article
from community.desk.actions import edit_article
from community.desk.exporting import export_articles
from community.members.models import Member
from community.moderation.decisions.actions import remove_comment
from community.threads.actions import post_comment
from community.threads.models import Comment


@pytest.fixture
def site(bring_in: Any, walks: bytes, alice: Member, mia: Member, stefan: Member) -> Article:
    """An article with old comments, one that was removed under an answer, and one of Alice's."""
    bring_in(walks, publish=True)
    article = Article.objects.get()
    alice.approved_posts = 9
    alice.save()
    words = "I walked to the corner with my aunt and rested twice on the way."
    post_comment(thread=article.thread, author=alice, text=words)
    first = Comment.objects.earliest("pk")
    remove_comment(comment=first, moderator=mia, version=1, ground="attack")
    edit_article(article=article, editor=stefan, standfirst="Edited here.")
    return article


def exported(**given: Any) -> bytes:
    return "".join(export_articles(exported_at=timezone.now(), **given)).encode()


def told() -> list[Any]:
    """What a reader would see, without keys."""
    rows = Comment.objects.order_by("path").values_list("path", "author_name", "body_html", "state")
    articles = Article.objects.values_list("title", "standfirst", "body_html")
    return [list(articles), list(rows)]


def test_what_comes_back_to_its_own_site_changes_nothing(site: Article, bring_in: Any) -> None:
    before, data = told(), exported()
    result = bring_in(data, "site.json")
    assert (result.format, result.unchanged, result.comments_unchanged) == ("common-thread", 1, 4)
    assert (result.created, result.comments_created) == (0, 0)
    assert told() == before


def test_another_site_gets_all_of_it_once(site: Article, bring_in: Any, settings: Any) -> None:
    data, before = exported(), told()
    Comment.objects.order_by("-depth").first().delete()
    for depth in (1, 0):
        Comment.objects.filter(depth=depth, decisions=None).delete()
    settings.SITE_HOST = "elsewhere.example"
    Article.objects.update(source_url="", external_id="x", title="Other", body_html="<p>Other.</p>")
    for _ in range(2):
        bring_in(data, "site.json", publish=True)
    new = Article.objects.get(title=site.title)
    rows = new.thread.comments.order_by("path").values_list("author_name", "state")
    assert list(rows) == [
        ("Reader", "removed"), ("Reader", "visible"), ("Reader", "visible"), ("Alice", "visible"),
    ]  # fmt: skip
    assert (new.standfirst, new.body_html) == (before[0][0][1], before[0][0][2])


def test_words_that_were_removed_and_addresses_are_not_in_it(site: Article) -> None:
    text = exported().decode()
    assert "more than any pill" not in text and "How long did you walk" in text
    assert "@" not in text
    assert json.loads(text)["articles"][0]["comments"][0]["body_html"] == ""


def test_drafts_leave_only_when_wanted(site: Article) -> None:
    Article.objects.update(state="draft")
    assert json.loads(exported())["articles"] == []
    assert json.loads(exported(drafts=True))["articles"][0]["state"] == "draft"


def test_staff_take_it_away_at_the_desk(site: Article, at_desk: Client) -> None:
    answer = at_desk.get("/desk/export/")
    assert "attachment" in answer["Content-Disposition"]
    assert json.loads(b"".join(answer.streaming_content))["format"] == "common-thread"


def test_the_command_writes_a_file_and_overwrites_none(site: Article, tmp_path: Path) -> None:
    file = tmp_path / "site.json"
    call_command("export_articles", file)
    assert json.loads(file.read_text())["articles"][0]["title"] == site.title
    with pytest.raises(CommandError, match="is there already"):
        call_command("export_articles", file)
