"""What a case tells of its author."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles.models import Topic
from community.members.models import Member, PseudonymChange
from community.moderation.claims.models import Note
from community.moderation.decisions.actions import (
    approve_comment,
    keep_comment,
    reject_comment,
    remove_comment,
)
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.flags.querysets import Received, received_by
from community.moderation.models import Decision
from community.moderation.queue.authors import (
    DECIDED_SHOWN,
    NAMES_SHOWN,
    decided_lately,
    earlier_names,
    from_network,
    read_author,
    read_notes,
    record_of,
)
from community.moderation.queue.standing import measures_in_words, trust_in_words
from community.moderation.sanctions.noting import note_about
from community.moderation.team.actions import set_topic_limits
from community.threads.actions import withdraw_comment
from community.threads.models import Comment
from tests.moderation_pages import Say, address, page, text, words
from tests.sanctioning import decide, signed_in


def test_the_record_counts_comments_by_state(say: Say, nadia: Member, mo: Member) -> None:
    approve_comment(comment=say("One", nadia), moderator=mo, version=1)
    reject_comment(comment=say("Two", nadia), moderator=mo, version=1, ground="off_topic")
    withdraw_comment(comment=say("Three", nadia), author=nadia)
    comment = say("Four", nadia)
    expected = {"visible": 1, "rejected": 1, "withdrawn": 1, "pending": 1, "removed": 0}
    assert comment.pk and record_of(nadia) == expected


def test_a_guest_has_no_record(say: Say, mo: Member) -> None:
    author = read_author(say(), mo)
    assert author.kind == "guest" and author.record == {} and author.notes == []


def test_earlier_names_come_newest_first_and_say_when_there_are_more(nadia: Member) -> None:
    for number in range(NAMES_SHOWN):
        PseudonymChange.objects.create(member=nadia, old=f"Name {number}", new="Next")
    newest_first = [f"Name {number}" for number in range(NAMES_SHOWN, -1, -1)]
    assert earlier_names(nadia) == newest_first[1:]
    PseudonymChange.objects.create(member=nadia, old=f"Name {NAMES_SHOWN}", new="Next")
    assert earlier_names(nadia) == [*newest_first[:NAMES_SHOWN], "and older ones"]


def test_flags_on_their_comments_are_counted_by_what_became_of_them(
    say: Say, nadia: Member, alice: Member, bob: Member, mo: Member, as_mo: Client
) -> None:
    flagged = {}
    for said in ("upheld", "declined", "reversed", "waiting", "worried"):
        comment = flagged[said] = say(f"Words {said}", nadia)
        approve_comment(comment=comment, moderator=mo, version=1)
        reason = "worried" if said == "worried" else "attack"
        flag_comment(comment=comment, flagger=Flagger(member=alice), reason=reason, words="")
    by_mo = {"moderator": mo, "version": 1}
    remove_comment(comment=flagged["upheld"], ground="attack", **by_mo)
    keep_comment(comment=flagged["declined"], **by_mo)
    undone = remove_comment(comment=flagged["reversed"], ground="attack", **by_mo)
    Decision.objects.create(kind="appeal_reversed", reverses=undone, comment=flagged["reversed"])
    assert received_by(nadia) == Received(upheld=1, declined=1, waiting=1)
    shown = words(page(as_mo, address(say("Words that wait", nadia))).css_first(".facts"), " ")
    assert "Flags on them 3 by readers: 1 upheld, 1 not, 1 not answered yet" in shown
    assert received_by(bob).total == 0


def test_the_case_says_how_comments_of_theirs_appear_and_what_holds(
    say: Say, nadia: Member, mo: Member, as_mo: Client
) -> None:
    comment = say("Words", nadia)
    shown = words(page(as_mo, address(comment)).css_first(".facts"), " ")
    assert "read first until moderators approved 2" in shown and "Holds now" not in shown
    decide(nadia, mo, "pause", until=timezone.now() + timedelta(days=3))
    decide(nadia, mo, "warn")
    found = page(as_mo, address(comment))
    shown = words(found.css_first(".facts"), " ")
    assert "Holds now warned, not read yet; paused until" in shown
    assert "About them: Warned. Attacks a person or a group." in words(found.css_first("#case"))


def test_trust_that_was_lost_is_said_with_its_end(nadia: Member) -> None:
    nadia.approved_posts = 9
    assert trust_in_words(nadia) == "appear at once" and measures_in_words(nadia) == []
    nadia.trust_paused_until = timezone.now() + timedelta(days=1)
    assert trust_in_words(nadia).endswith(", because of rejections lately")


def test_of_a_guest_is_said_how_much_came_from_the_network_and_not_more(
    say: Say, as_mo: Client
) -> None:
    comment, other = say("Words"), say("Other words")
    shown = words(page(as_mo, address(comment)).css_first("#case"))
    assert "we forget it after two days" in shown and from_network(comment) is None
    Comment.objects.filter(pk=comment.pk).update(network_hash="a" * 32)
    shown = words(page(as_mo, address(comment)).css_first("#case"))
    assert "Nothing else came from the same network on that day." in shown
    Comment.objects.filter(pk=other.pk).update(network_hash="a" * 32)
    found = page(as_mo, address(comment))
    assert "1 other comment came from the same network" in words(found.css_first("#case"))
    assert "a" * 32 not in found.html


def test_the_newest_decisions_against_other_comments_are_shown(
    say: Say, nadia: Member, mo: Member, as_mo: Client
) -> None:
    for number in range(DECIDED_SHOWN + 2):
        reject_comment(
            comment=say(f"Words {number}", nadia), moderator=mo, version=1, ground="attack"
        )
    comment = say("Words that wait", nadia)
    author = read_author(comment, mo)
    assert [row.comment.number for row in author.decided] == [7, 6, 5, 4, 3]
    assert "Not published. Attacks a person or a group." in words(
        page(as_mo, address(comment)).css_first("#case")
    )


def test_a_moderator_of_one_topic_sees_no_decisions_and_notes_from_elsewhere(
    say: Say, nadia: Member, mo: Member, mia: Member, stefan: Member
) -> None:
    reject_comment(comment=say("Words", nadia), moderator=mia, version=1, ground="attack")
    note_about(member=nadia, moderator=mia, words="From elsewhere.")
    assert len(decided_lately(nadia, mo)) == 1 and len(read_notes(nadia, mo, 5)) == 1
    other = Topic.objects.create(name="Elsewhere", slug="elsewhere")
    set_topic_limits(moderator=mo, topics=[other], editor=stefan)
    limited = Member.objects.get(pk=mo.pk)
    note_about(member=nadia, moderator=limited, words="By Mo.")
    assert decided_lately(nadia, limited) == []
    assert [each.note.words for each in read_notes(nadia, limited, 5)] == ["By Mo."]
    shown = text(signed_in(limited), f"/moderation/people/{nadia.pk}/")
    assert "By Mo." in shown and "From elsewhere." not in shown and "No. 1" not in shown


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
