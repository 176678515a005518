"""Notes by moderators below a comment."""

from collections.abc import Callable

import pytest
from django.core import mail

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, claim_comment
from community.moderation.decisions.actions import remove_comment
from community.moderation.decisions.annotating import (
    annotate_comment,
    note_mark,
    remove_annotation,
)
from community.moderation.decisions.redacting import redact_comment
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.models import Decision
from community.moderation.statements.building import newest_shown
from community.notifications.telling import tell_waiting_events
from community.threads.actions import edit_comment, erase_comment
from community.threads.models import Comment
from community.threads.renaming.actions import rename_member

Say = Callable[..., Comment]
NOTE = "Doses differ from person to person. Please ask whoever treats you."


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("thread", "annotated_by").get(pk=comment.pk)


def annotate(comment: Comment, moderator: Member, words: str = NOTE) -> Decision:
    known = note_mark(comment)
    given = {"version": comment.version, "known": known, "words": words}
    return annotate_comment(comment=comment, moderator=moderator, **given)


def test_readers_see_a_signed_and_dated_note(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    before = comment.thread.version
    decision = annotate(comment, mo, f"  {NOTE} ")
    comment = fresh(comment)
    assert NOTE in comment.piece and "Note by <b>Mo</b>, moderator" in comment.piece
    assert f"{comment.annotated_at:%Y}" in comment.piece
    assert comment.thread.version > before and comment.version == 1
    assert (decision.kind, decision.words, decision.lane) == ("annotate", NOTE, "")
    assert not decision.is_restriction


def test_what_a_note_says_is_shown_as_words(say: Say, alice: Member, mo: Member) -> None:
    annotate(comment := say("Words", alice), mo, "<script>alert(1)</script> & more")
    assert "<script>" not in fresh(comment).piece and "&amp; more" in fresh(comment).piece


def test_a_note_can_be_changed_and_taken_away_and_each_is_in_the_log(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    comment = say("Words", alice)
    annotate(comment, mo)
    second = annotate(fresh(comment), mia, "Another note")
    assert "Another note" in fresh(comment).piece and NOTE not in fresh(comment).piece
    assert second.facts == "It replaces an earlier note."
    row = remove_annotation(comment=comment, moderator=mo, known=note_mark(fresh(comment)))
    assert (row.kind, row.reverses) == ("undo", second)
    assert "Note by" not in fresh(comment).piece and fresh(comment).annotation == ""
    assert [decision.kind for decision in Decision.objects.all()] == [
        "undo",
        "annotate",
        "annotate",
    ]


def test_a_second_click_writes_one_row(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    assert annotate(comment, mo) == annotate(comment, mo)
    assert Decision.objects.count() == 1


def test_nobody_overwrites_a_note_they_have_not_seen(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    comment = say("Words", alice)
    first = annotate(comment, mia)
    with pytest.raises(AlreadyDecided) as told:
        annotate(comment, mo, "Another note")
    assert told.value.decision == first
    seen = note_mark(fresh(comment))
    remove_annotation(comment=comment, moderator=mo, known=seen)
    with pytest.raises(AlreadyDecided):
        remove_annotation(comment=comment, moderator=mia, known=seen)
    with pytest.raises(AlreadyDecided):
        remove_annotation(comment=comment, moderator=mia, known="")


def test_a_note_is_about_the_words_that_were_read(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    edit_comment(comment=comment, author=alice, text="Other words")
    with pytest.raises(WordsChanged):
        annotate_comment(comment=comment, moderator=mo, version=1, known="", words=NOTE)


@pytest.mark.parametrize("words", ["", "  \n"])
def test_an_empty_note_is_none(say: Say, alice: Member, mo: Member, words: str) -> None:
    with pytest.raises(NotAllowed, match="write the note"):
        annotate(say("Words", alice), mo, words)


def test_only_moderators_write_them_and_only_on_what_others_wrote_and_readers_see(
    say: Say, alice: Member, bob: Member, nadia: Member, mo: Member, mia: Member
) -> None:
    comment = say("Words", alice)
    with pytest.raises(NotAllowed):
        annotate(comment, bob)
    with pytest.raises(NotAllowed):
        annotate(say("Words of Mo", mo), mo)
    with pytest.raises(AlreadyDecided):
        annotate(say("Waiting", nadia), mo)
    remove_comment(comment=comment, moderator=mia, version=1, ground="attack")
    with pytest.raises(AlreadyDecided):
        annotate(comment, mo)


def test_it_goes_with_its_comment(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    annotate(comment, mo)
    erase_comment(comment=fresh(comment), author=alice)
    assert fresh(comment).annotation == "" and fresh(comment).annotated_by is None


def test_it_is_signed_with_the_name_of_today(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    annotate(comment, mo)
    rename_member(member=mo, name="Maureen")
    assert "Note by <b>Maureen</b>" in fresh(comment).piece


def test_the_author_is_told_of_the_note_and_when_it_is_gone(
    say: Say, alice: Member, mo: Member
) -> None:
    comment = say("Words", alice)
    annotate(comment, mo)
    tell_waiting_events()
    remove_annotation(comment=comment, moderator=mo, known=note_mark(fresh(comment)))
    tell_waiting_events()
    first, second = mail.outbox
    assert "added a note" in first.body and NOTE in first.body
    assert "took away the note below your comment" in second.body


def test_a_note_that_went_says_nothing_about_what_became_of_the_comment(
    say: Say, alice: Member, mo: Member
) -> None:
    comment = say("Ask Ann Lee", alice)
    given = {"version": 1, "ground": "personal_details", "wordings": ["Ann Lee"]}
    blanked = redact_comment(comment=comment, moderator=mo, **given)
    annotate(fresh(comment), mo)
    remove_annotation(comment=comment, moderator=mo, known=note_mark(fresh(comment)))
    assert newest_shown(comment.decisions.all()) == blanked


def test_a_flagged_comment_that_somebody_reads_is_left_to_them(
    say: Say, alice: Member, bob: Member, mo: Member, mia: Member
) -> None:
    from community.moderation.claims.actions import ClaimedByOther
    from community.moderation.flags.actions import Flagger, flag_comment

    comment = say("Words", alice)
    flag_comment(comment=comment, flagger=Flagger(bob), reason="advice")
    claim_comment(comment=fresh(comment), moderator=mia)
    with pytest.raises(ClaimedByOther):
        annotate(fresh(comment), mo)
    annotate(fresh(comment), mia)
    assert fresh(comment).waiting_since, "a note answers no flag"
