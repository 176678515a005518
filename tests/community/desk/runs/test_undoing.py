"""Taking a run back while nobody has built on it."""

from typing import Any

import pytest
from django.test import Client

from articles.models import Article, ImportRun, SourceChange
from community.desk.actions import NotAllowed, edit_article
from community.desk.runs.undoing import Hindered, undo_run
from community.members.models import Member
from community.moderation.flags.actions import Flagger, flag_comment
from community.threads.actions import post_comment
from community.threads.models import Comment

pytestmark = pytest.mark.usefixtures("index_is_right")
NEWER = (b"Ten minutes", b"Twelve minutes")


@pytest.fixture
def brought(bring_in: Any, walks: bytes) -> Article:
    """An article that came in with three comments and is published."""
    bring_in(walks, publish=True)
    return Article.objects.get()


def undo(stefan: Member) -> str:
    return undo_run(run=ImportRun.objects.latest("pk"), editor=stefan)


def test_articles_and_comments_disappear_and_the_log_stays(
    brought: Article, stefan: Member, client: Client
) -> None:
    address = brought.get_absolute_url()
    assert client.get(address).status_code == 200
    assert undo(stefan) == "1 article and 3 comments were taken back."
    brought.refresh_from_db()
    assert (brought.state, brought.body_html, brought.comment_count) == ("undone", "", 0)
    assert Comment.objects.count() == 0
    assert client.get(address).status_code == 404
    assert client.get(brought.get_absolute_url()).status_code == 404
    assert "Short walks" not in client.get("/articles/").content.decode()
    assert brought.desk_log.latest("pk").act == "undone"


def test_what_was_undone_comes_in_again_as_new(
    brought: Article, bring_in: Any, walks: bytes, stefan: Member
) -> None:
    undo(stefan)
    result = bring_in(walks, publish=True)
    assert (result.created, result.comments_created) == (1, 3)
    assert Article.objects.published().get().slug == "short-walks-help-more-than-long-ones"


def test_a_text_that_was_replaced_is_put_back(
    brought: Article, bring_in: Any, walks: bytes, stefan: Member
) -> None:
    assert bring_in(walks.replace(*NEWER)).updated == 1
    assert undo(stefan) == "1 new text was taken back."
    brought.refresh_from_db()
    assert "Ten minutes" in brought.body_html and brought.is_published
    assert bring_in(walks).unchanged == 1


def test_comments_that_came_in_later_go_and_the_counts_are_right(
    brought: Article, bring_in: Any, walks: bytes, stefan: Member
) -> None:
    before = Comment.objects.order_by("pk").values_list("visible_below", "placement", "state")
    was = list(before)
    more = b"\n   - Me too, and my neighbour with her dog.\n\n3. I start tomorrow.\n"
    assert bring_in(walks + more).comments_created == 2
    assert undo(stefan) == "2 comments were taken back."
    brought.refresh_from_db()
    assert (brought.comment_count, list(before)) == (3, was)


def test_once_somebody_replied_the_run_stays(
    brought: Article, stefan: Member, alice: Member
) -> None:
    reply = "I walked to the corner with my aunt and rested twice on the way."
    post_comment(thread=brought.thread, author=alice, text=reply)
    with pytest.raises(Hindered, match="Somebody wrote under “Short walks"):
        undo(stefan)
    assert Comment.objects.count() == 4


def test_once_something_was_flagged_the_run_stays(
    brought: Article, stefan: Member, alice: Member
) -> None:
    comment = Comment.objects.earliest("pk")
    flag_comment(comment=comment, flagger=Flagger(member=alice), reason="attack", words="Rude.")
    with pytest.raises(Hindered, match="flagged or decided on"):
        undo(stefan)


def test_once_a_replaced_text_was_edited_the_run_stays(
    brought: Article, bring_in: Any, walks: bytes, stefan: Member
) -> None:
    bring_in(walks.replace(*NEWER))
    edit_article(article=brought, editor=stefan, body_html="<p>Eleven minutes.</p>")
    with pytest.raises(Hindered, match="changed again since"):
        undo(stefan)


def test_changes_that_wait_go_with_their_run(
    brought: Article, bring_in: Any, walks: bytes, stefan: Member
) -> None:
    bring_in(walks.replace(*NEWER), asks_first=True)
    assert SourceChange.objects.filter(state="waiting").count() == 1
    undo(stefan)
    assert not SourceChange.objects.exists()


def test_a_run_is_undone_once_and_by_staff_alone(
    brought: Article, stefan: Member, alice: Member
) -> None:
    with pytest.raises(NotAllowed):
        undo(alice)
    undo(stefan)
    with pytest.raises(Hindered, match="undone before"):
        undo(stefan)
