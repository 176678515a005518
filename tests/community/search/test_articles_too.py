"""Whatever is done with an article, search finds those that are published, by their present words."""

from collections.abc import Callable

import pytest

from articles.importing.records import ParsedArticle
from articles.importing.storing import store_article
from articles.index.entries import Kind
from articles.library.actions import create_article, edit_source, edit_topic, find_source
from articles.models import Article, ImportRun
from community.desk.actions import edit_article, publish_article, withdraw_article
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.placing import open_thread

Finds = Callable[..., list[int]]

pytestmark = pytest.mark.usefixtures("index_is_right")


@pytest.fixture
def draft(db: None) -> Article:
    return create_article(
        title="Herbs for sleep",
        standfirst="What marjoram does",
        body_html="<p>Thyme does <b>noth</b>ing.</p><script>hidden()</script>",
        author="Ana Sørensen",
        source=find_source("Herb Weekly"),
        topics=["Sleep"],
    )


def test_a_draft_is_not_found_until_it_is_published(
    draft: Article, stefan: Member, finds: Finds
) -> None:
    assert finds("marjoram", Kind.ARTICLE) == []
    publish_article(article=draft, editor=stefan)
    for typed in ("marjoram", "herb", "thyme nothing", "author:sorensen", "author:weekly"):
        assert finds(typed, Kind.ARTICLE) == [draft.pk], typed
    assert finds("hidden", Kind.ARTICLE) == []


def test_a_withdrawn_article_is_not_found_nor_are_its_comments(
    draft: Article, stefan: Member, alice: Member, finds: Finds
) -> None:
    publish_article(article=draft, editor=stefan)
    comment = post_comment(thread=open_thread(draft), author=alice, text="Marjoram!").comment
    withdraw_article(article=draft, editor=stefan, note="It was wrong.")
    assert finds("marjoram", Kind.ARTICLE) == finds("marjoram") == []
    publish_article(article=draft, editor=stefan)
    assert finds("marjoram", Kind.ARTICLE) == [draft.pk]
    assert finds("marjoram") == [comment.pk]


def test_after_an_edit_only_the_new_words_are_found(
    draft: Article, stefan: Member, finds: Finds
) -> None:
    publish_article(article=draft, editor=stefan)
    edit_article(article=draft, editor=stefan, standfirst="What basil does")
    assert finds("marjoram", Kind.ARTICLE) == []
    assert finds("basil", Kind.ARTICLE) == [draft.pk]


def test_what_changes_at_the_source_changes_in_the_index(stefan: Member, finds: Finds) -> None:
    run = ImportRun.objects.create(source="a.txt", format="text")
    parsed = ParsedArticle(
        title="Herbs", body_html="<p>Marjoram</p>", source_url="https://x.example/1"
    )
    article = store_article(parsed, run).article
    publish_article(article=article, editor=stefan)
    parsed = ParsedArticle(
        title="Herbs", body_html="<p>Basil</p>", source_url="https://x.example/1"
    )
    store_article(parsed, run)
    assert finds("marjoram", Kind.ARTICLE) == []
    assert finds("basil", Kind.ARTICLE) == [article.pk]


def test_a_source_and_a_topic_get_new_names(draft: Article, stefan: Member, finds: Finds) -> None:
    publish_article(article=draft, editor=stefan)
    assert draft.source is not None
    edit_source(source=draft.source, name="Garden Post", url="")
    edit_topic(topic=draft.topics.get(), name="Nights", description="")
    assert finds("author:weekly", Kind.ARTICLE) == []
    assert finds("author:garden", Kind.ARTICLE) == [draft.pk]
