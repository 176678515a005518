"""Writing one's page, and taking a line out of one."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from community.member_pages.actions import (
    GivenBack,
    forget_page,
    hide_from_page,
    save_page,
    show_on_page,
    take_line_out,
)
from community.member_pages.models import HiddenComment, MemberPage, PageLine
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Decision
from community.outbox.models import OutboxEvent
from community.support.actions import support_comment
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.renaming.actions import rename_member

INTEREST = "I work for a company that makes braces."


def save(member: Member, **said: Any) -> frozenset[str]:
    chosen = {"relation": "", "audience": "everyone", "shows_comments": False}
    return save_page(member=member, **(chosen | {"journey": "", "interest": ""} | said))


def line_of(member: Member, kind: str = "journey") -> PageLine:
    return PageLine.objects.select_related("member").get(member=member, kind=kind)


def out(line: PageLine, moderator: Member, **given: Any) -> Decision:
    why = {"version": line.version, "ground": "selling", "words": "Nothing for sale, please."}
    return take_line_out(line=line, moderator=moderator, **(why | given))


def test_ids_of_pages_do_not_tell_who_came_first(alice: Member, bob: Member, mo: Member) -> None:
    ids = [each.public_id for each in (alice, bob, mo)]
    assert len(set(ids)) == 3 and all(len(each) == 12 for each in ids)
    assert alice.get_absolute_url() == f"/members/{alice.public_id}/"


def test_a_page_keeps_its_address_when_the_name_changes(alice: Member) -> None:
    before = alice.get_absolute_url()
    rename_member(member=alice, name="Alicia")
    assert Member.objects.get(pk=alice.pk).get_absolute_url() == before


def test_a_page_is_written_and_written_anew(alice: Member) -> None:
    save(alice, journey="Tired since 2011.", relation="patient", audience="members")
    save(alice, journey="Less tired since 2020.", relation="patient", audience="members")
    page = MemberPage.objects.get()
    assert (page.relation, page.audience, page.shows_comments) == ("patient", "members", False)
    assert (line_of(alice).words, line_of(alice).version) == ("Less tired since 2020.", 2)
    save(alice)
    assert not PageLine.objects.exists()


def test_a_line_that_cannot_stand_there_changes_nothing_at_all(alice: Member) -> None:
    save(alice, journey="Tired since 2011.")
    with pytest.raises(GivenBack) as given_back:
        save(alice, journey="Mail me: alice@people.example", audience="nobody")
    assert list(given_back.value.why) == ["journey"]
    assert line_of(alice).words == "Tired since 2011."
    assert MemberPage.objects.get().audience == "everyone"


def test_words_of_danger_are_kept_for_the_writer_alone(alice: Member) -> None:
    assert save(alice, journey="I want to kill myself.") == {"crisis"}
    assert line_of(alice).is_kept_back and not line_of(alice).is_shown
    assert save(alice, journey="I am still here.") == frozenset()
    assert line_of(alice).is_shown


@pytest.mark.parametrize("held", ["is_banned", "paused_until", "is_read_first", "must_agree"])
def test_who_may_not_write_may_still_close_and_empty_the_page(alice: Member, held: str) -> None:
    save(alice, journey="Tired since 2011.", interest=INTEREST)
    until = timezone.now() + timedelta(days=1)
    setattr(alice, held, until if held == "paused_until" else True)
    alice.save()
    with pytest.raises(NotAllowed, match="Your words are kept below"):
        save(alice, journey="Something else.")
    with pytest.raises(NotAllowed):
        save(alice, journey="Tired since 2011.", interest=INTEREST, relation="patient")
    save(alice, journey="Tired since 2011.", audience="nobody")
    assert MemberPage.objects.get().audience == "nobody"
    save(alice)
    assert not PageLine.objects.exists()


def test_an_interest_stands_at_every_comment_as_long_as_it_is_disclosed(
    thread: Thread, alice: Member, bob: Member
) -> None:
    first = post_comment(thread=thread, author=alice, text="I rest before I am tired.").comment
    before = Thread.objects.get().version
    save(alice, interest=INTEREST)
    link = f'<a class="interest" href="{alice.get_absolute_url()}">has disclosed an interest</a>'
    first.refresh_from_db()
    assert link in first.piece and Thread.objects.get().version > before
    alice.refresh_from_db()
    second = post_comment(thread=thread, author=alice, text="I walk slowly.").comment
    others = post_comment(thread=thread, author=bob, text="So do I.").comment
    assert link in second.piece and "interest" not in others.piece
    support_comment(comment=first, member=bob, kind="thank_you")
    first.refresh_from_db()
    assert link in first.piece
    version = Thread.objects.get().version
    save(alice, interest="I own a company that makes braces.")
    assert Thread.objects.get().version == version, "the comments say the same as before"
    save(alice)
    assert not any("interest" in each.piece for each in Comment.objects.all())


def test_a_moderator_takes_a_line_out_and_the_person_is_told(alice: Member, mo: Member) -> None:
    save(alice, journey="Best braces in town.")
    decision = out(line_of(alice), mo)
    assert (decision.kind, decision.member, decision.is_restriction) == (
        "take_line_out",
        alice,
        True,
    )
    assert "braces" not in decision.facts + decision.words, "rows of the log outlive such words"
    assert line_of(alice).is_taken_out and line_of(alice).words == "Best braces in town."
    event = OutboxEvent.objects.get(kind="member_decided")
    assert event.subject_id == decision.pk
    save(alice, journey="Best braces in town.")
    assert line_of(alice).is_taken_out, "saving something else does not bring it back"
    save(alice, journey="I wear braces.")
    assert line_of(alice).is_shown


def test_an_appeal_that_succeeds_brings_the_line_back(
    alice: Member, mo: Member, mia: Member
) -> None:
    save(alice, journey="I wear braces.")
    decision = out(line_of(alice), mo)
    appeal = lodge_appeal(decision=decision, author=alice, words="I sell nothing.")
    assert line_of(alice).is_taken_out
    reverse_decision(appeal=appeal, moderator=mia, words="You do not.")
    assert line_of(alice).is_shown


def test_a_line_is_taken_out_as_it_was_read_and_once(
    alice: Member, bob: Member, mo: Member, mia: Member
) -> None:
    save(alice, journey="Best braces in town.")
    read = line_of(alice)
    save(alice, journey="I wear braces.")
    with pytest.raises(NotAllowed, match="changed meanwhile"):
        out(read, mo)
    for wrong in ({"ground": ""}, {"words": " "}):
        with pytest.raises(NotAllowed, match="choose a reason"):
            out(line_of(alice), mo, **wrong)
    with pytest.raises(NotAllowed, match="Only moderators"):
        out(line_of(alice), bob)
    out(line_of(alice), mo)
    with pytest.raises(NotAllowed, match="already"):
        out(line_of(alice), mia)
    assert Decision.objects.count() == 1


def test_nobody_judges_their_own_page(mo: Member) -> None:
    save(mo, journey="I moderate.")
    with pytest.raises(NotAllowed):
        out(line_of(mo), mo)


def test_everybody_decides_which_of_their_own_comments_are_listed(
    thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="I rest.").comment
    for _ in range(2):
        hide_from_page(comment=comment, member=alice)
    assert HiddenComment.objects.count() == 1
    for act in (hide_from_page, show_on_page):
        with pytest.raises(NotAllowed):
            act(comment=comment, member=bob)
    show_on_page(comment=comment, member=alice)
    assert not HiddenComment.objects.exists()


def test_a_page_is_forgotten_with_its_address(thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="I rest.").comment
    save(alice, journey="Tired.", interest=INTEREST, shows_comments=True)
    hide_from_page(comment=comment, member=alice)
    before = alice.public_id
    assert forget_page(member=alice) == 2
    alice.refresh_from_db()
    assert alice.public_id != before and not alice.has_interest
    for model in (MemberPage, PageLine, HiddenComment):
        assert not model._default_manager.exists()
    comment.refresh_from_db()
    assert "interest" not in comment.piece
    assert forget_page(member=alice) == 0
