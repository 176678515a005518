"""Whatever is done with a comment, search finds what readers can see, from that moment on."""

from collections.abc import Callable

import pytest
from django.db import transaction

from articles.library.actions import create_article
from community.desk.actions import publish_article
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.decisions import actions as decisions
from community.moderation.decisions.annotating import annotate_comment, note_mark, remove_annotation
from community.moderation.decisions.moving import move_comment, place_mark
from community.moderation.decisions.redacting import redact_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.flags.guest_keys import join
from community.moderation.models import Decision, Notice
from community.moderation.notices.actions import Given, Taking, act_on_notice, receive_notice
from community.threads.actions import edit_comment, erase_comment, post_comment, withdraw_comment
from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest
from community.threads.renaming.actions import change_role, rename_member

Say = Callable[..., Comment]
Finds = Callable[..., list[int]]

pytestmark = pytest.mark.usefixtures("index_is_right")
HELD = "Marjoram pills: https://pills.example/a https://pills.example/b https://pills.example/c https://p.example"


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("thread__article", "parent").get(pk=comment.pk)


def test_what_is_posted_is_found_at_once(say: Say, alice: Member, finds: Finds) -> None:
    comment = say("Marjoram helps", alice)
    assert finds("marjoram") == [comment.pk]


def test_what_waits_is_found_when_it_is_approved(
    say: Say, nadia: Member, mo: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", nadia)
    assert finds("marjoram") == []
    decision = decisions.approve_comment(comment=comment, moderator=mo, version=1)
    assert finds("marjoram") == [comment.pk]
    undo_decision(decision=decision, moderator=mo)
    assert finds("marjoram") == []


@pytest.mark.parametrize("name", ["reject_comment", "ask_revision"])
def test_what_is_not_published_is_not_found(
    say: Say, nadia: Member, mo: Member, finds: Finds, name: str
) -> None:
    comment = say("Marjoram helps", nadia)
    getattr(decisions, name)(comment=comment, moderator=mo, version=1, ground="attack")
    assert finds("marjoram") == []


def test_what_is_removed_is_found_no_more_until_it_is_restored(
    say: Say, alice: Member, mo: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    decisions.remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    assert finds("marjoram") == []
    decisions.restore_comment(comment=fresh(comment), moderator=mo, version=1)
    assert finds("marjoram") == [comment.pk]


def test_a_removal_that_fails_leaves_the_index_as_it_was(
    say: Say, alice: Member, mo: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    with pytest.raises(RuntimeError), transaction.atomic():
        decisions.remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
        assert finds("marjoram") == []
        raise RuntimeError
    assert finds("marjoram") == [comment.pk]


def test_after_an_edit_only_the_new_words_are_found(say: Say, alice: Member, finds: Finds) -> None:
    comment = say("Marjoram helps", alice)
    edit_comment(comment=comment, author=alice, text="Thyme helps")
    assert (finds("marjoram"), finds("thyme")) == ([], [comment.pk])
    edit_comment(comment=fresh(comment), author=alice, text=HELD)
    assert (finds("marjoram"), finds("thyme")) == ([], [])


@pytest.mark.parametrize("take_back", [withdraw_comment, erase_comment])
def test_what_its_author_takes_back_is_found_no_more(
    say: Say, alice: Member, finds: Finds, take_back: Callable[..., Comment]
) -> None:
    comment = say("Marjoram helps", alice)
    take_back(comment=comment, author=alice)
    assert finds("marjoram") == []


def test_blanked_words_are_found_no_more_until_they_are_given_back(
    say: Say, alice: Member, mo: Member, mia: Member, finds: Finds
) -> None:
    comment = say("Ask Marjoram about thyme", alice)
    first = blank(comment, mo)
    assert (finds("marjoram"), finds("thyme")) == ([], [comment.pk])
    undo_decision(decision=first, moderator=mo)
    assert finds("marjoram") == [comment.pk]
    second = blank(fresh(comment), mo)
    appeal = lodge_appeal(decision=second, author=alice, words="It is a herb.")
    assert finds("marjoram") == []
    reverse_decision(appeal=appeal, moderator=mia, words="It is.")
    assert finds("marjoram") == [comment.pk]


def blank(comment: Comment, moderator: Member) -> Decision:
    return redact_comment(
        comment=comment,
        moderator=moderator,
        version=comment.version,
        ground="personal_details",
        wordings=["Marjoram"],
    )


def test_a_waiting_comment_published_with_blanks_is_found_by_the_rest(
    say: Say, nadia: Member, mo: Member, finds: Finds
) -> None:
    comment = say("Ask Marjoram about thyme", nadia)
    blank(comment, mo)
    assert (finds("marjoram"), finds("thyme")) == ([], [comment.pk])


def test_what_readers_flags_hide_is_found_when_somebody_kept_it(
    say: Say, alice: Member, mo: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    for number in range(12):
        key = join(f"{number:032}", f"{number:032}")
        if not fresh(comment).is_visible:
            break
        flag_comment(comment=fresh(comment), flagger=Flagger(guest_key=key), reason="attack")
    hidden = fresh(comment)
    assert hidden.state == Comment.State.PENDING
    assert finds("marjoram") == []
    decisions.approve_comment(comment=hidden, moderator=mo, version=1)
    assert finds("marjoram") == [comment.pk]


def test_what_a_notice_takes_away_is_found_no_more_until_an_appeal_gives_it_back(
    say: Say, alice: Member, mo: Member, mia: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    receive_notice(given=Given(f"/comments/{comment.pk}/", "It is libel."))
    taking = Taking(ground="illegal", words="Section 186", version=1)
    act_on_notice(notice=Notice.objects.get(), moderator=mo, taking=taking, answer="Removed.")
    assert finds("marjoram") == []
    removal = Decision.objects.get(kind=Decision.Kind.REMOVE)
    appeal = lodge_appeal(decision=removal, author=alice, words="It is true.")
    reverse_decision(appeal=appeal, moderator=mia, words="It is.")
    assert finds("marjoram") == [comment.pk]


def test_a_note_below_a_comment_changes_nothing(
    say: Say, alice: Member, mo: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    annotate_comment(comment=comment, moderator=mo, version=1, known="", words="Ask a doctor.")
    assert finds("doctor") == []
    remove_annotation(comment=fresh(comment), moderator=mo, known=note_mark(fresh(comment)))
    assert finds("marjoram") == [comment.pk]


def test_a_moved_branch_is_found_below_its_new_article(
    say: Say, alice: Member, nadia: Member, mo: Member, stefan: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    reply = say("Marjoram, too", alice, parent=comment)
    say("Marjoram waits", nadia, parent=reply)
    other = create_article(title="Herbs", body_html="<p>Words.</p>")
    publish_article(article=other, editor=stefan)
    place = place_mark(fresh(comment))
    move_comment(comment=fresh(comment), moderator=mo, place=place, to=other)
    assert finds("marjoram") == [comment.pk, reply.pk]
    assert fresh(reply).thread.article_id == other.pk
    place = place_mark(fresh(reply))
    move_comment(comment=fresh(reply), moderator=mo, place=place, to=None)
    assert finds("marjoram") == [comment.pk, reply.pk]


def test_a_renamed_member_is_found_by_the_new_name_only(
    say: Say, alice: Member, bob: Member, stefan: Member, finds: Finds
) -> None:
    comment = say("Marjoram helps", alice)
    gone = say("Thyme helps", alice)
    withdraw_comment(comment=gone, author=alice)
    say("Marjoram, too", bob)
    rename_member(member=alice, name="Slow Otter")
    assert finds("author:alice") == []
    assert finds('author:"slow otter" marjoram') == [comment.pk]
    stefan.is_superuser = True
    change_role(member=alice, role=Member.Role.MODERATOR, by=stefan)
    assert finds("author:otter") == [comment.pk]


def test_many_comments_at_once_are_found_where_they_are_visible(
    thread: Thread, grow: Callable[..., list[Comment]], article: object, finds: Finds
) -> None:
    made = grow(3)
    assert finds("words") == [comment.pk for comment in made]
    now = made[0].created_at
    undated = {"is_dated": False, "is_imported": True}
    new = [
        NewComment("Marjoram", "<p>Marjoram</p>", "Old Reader", now, fields=undated),
        NewComment("Marjoram", "<p>Marjoram</p>", "Old Reader", now, state="pending"),
    ]
    thread.refresh_from_db()
    stored = store_comments(thread, new)
    assert finds("marjoram") == [stored[0].pk]
    assert finds("marjoram after:2000") == finds("marjoram before:2100") == []


def test_guests_are_found_by_the_name_they_gave(
    thread: Thread, gus: Guest, mo: Member, finds: Finds
) -> None:
    comment = post_comment(thread=thread, author=gus, text="Marjoram helps").comment
    decisions.approve_comment(comment=comment, moderator=mo, version=1)
    assert finds("author:gus") == [comment.pk]


def test_a_pointer_is_nobodys_comment(say: Say, alice: Member, mo: Member, finds: Finds) -> None:
    say("Thyme first", alice)
    comment = say("Marjoram helps", alice, parent=say("Thyme", alice))
    place = place_mark(fresh(comment))
    move_comment(comment=fresh(comment), moderator=mo, place=place, to=None)
    assert finds("marjoram") == [comment.pk]
    assert Comment.objects.filter(moved_to=comment).exists()
    assert open_thread(comment.thread.article).pk == comment.thread_id
