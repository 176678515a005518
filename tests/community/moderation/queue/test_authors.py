"""What a case tells of its author."""

from datetime import timedelta

from django.test import Client

from community.members.models import Member, PseudonymChange
from community.moderation.claims.models import Note
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.queue.authors import (
    DECIDED_SHOWN,
    NAMES_SHOWN,
    earlier_names,
    flags_upheld,
    read_author,
    record_of,
)
from community.moderation.sanctions.noting import note_about
from community.threads.actions import withdraw_comment
from tests.moderation_pages import Say, address, page, words


def test_the_record_counts_comments_by_state(say: Say, nadia: Member, mo: Member) -> None:
    approve_comment(comment=say("One", nadia), moderator=mo, version=1)
    reject_comment(comment=say("Two", nadia), moderator=mo, version=1, ground="off_topic")
    withdraw_comment(comment=say("Three", nadia), author=nadia)
    comment = say("Four", nadia)
    expected = {"visible": 1, "rejected": 1, "withdrawn": 1, "pending": 1, "removed": 0}
    assert comment.pk and record_of(nadia) == expected


def test_a_guest_has_no_record(say: Say) -> None:
    author = read_author(say())
    assert author.kind == "guest" and author.record == {} and author.notes == []


def test_earlier_names_come_newest_first_and_say_when_there_are_more(nadia: Member) -> None:
    for number in range(NAMES_SHOWN):
        PseudonymChange.objects.create(member=nadia, old=f"Name {number}", new="Next")
    newest_first = [f"Name {number}" for number in range(NAMES_SHOWN, -1, -1)]
    assert earlier_names(nadia) == newest_first[1:]
    PseudonymChange.objects.create(member=nadia, old=f"Name {NAMES_SHOWN}", new="Next")
    assert earlier_names(nadia) == [*newest_first[:NAMES_SHOWN], "and older ones"]


def test_only_flags_that_a_moderator_found_right_count(
    say: Say, nadia: Member, alice: Member, mo: Member
) -> None:
    for number, ground in enumerate(("attack", "")):
        comment = say(f"Words {number}", nadia)
        approve_comment(comment=comment, moderator=mo, version=1)
        flag_comment(comment=comment, flagger=Flagger(member=alice), reason="attack", words="")
        if ground:
            remove_comment(comment=comment, moderator=mo, version=1, ground=ground)
    assert flags_upheld(nadia) == 1


def test_the_newest_decisions_against_other_comments_are_shown(
    say: Say, nadia: Member, mo: Member, as_mo: Client
) -> None:
    for number in range(DECIDED_SHOWN + 2):
        reject_comment(
            comment=say(f"Words {number}", nadia), moderator=mo, version=1, ground="attack"
        )
    comment = say("Words that wait", nadia)
    author = read_author(comment)
    assert [row.comment.number for row in author.decided] == [7, 6, 5, 4, 3]
    assert "Not published. Attacks a person or a group." in words(
        page(as_mo, address(comment)).css_first("#case")
    )


def test_notes_about_a_member_stand_beside_each_of_their_comments(
    say: Say, nadia: Member, mo: Member, mia: Member, as_mo: Client
) -> None:
    comment = say("Words", nadia)
    note_about(member=nadia, moderator=mia, words="Was upset last week; be kind.")
    found = words(page(as_mo, address(comment)).css_first("#case"))
    assert "Notes about them" in found and "Was upset last week; be kind." in found
    assert Note.objects.get().written_at - comment.created_at < timedelta(minutes=1)


def test_a_note_is_not_for_its_member(say: Say, nadia: Member, mia: Member, client: Client) -> None:
    comment = say("Words", nadia)
    note_about(member=nadia, moderator=mia, words="Only for the team.")
    client.force_login(nadia)
    for where in ("/account/", "/account/comments/", "/account/decisions/"):
        assert "Only for the team." not in client.get(where).content.decode()
    assert client.get(address(comment)).status_code in (403, 404)
