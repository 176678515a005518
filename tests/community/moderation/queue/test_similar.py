"""Earlier comments like the one that is read."""

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Topic
from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, reject_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.queue import similar
from community.moderation.queue.similar import SIMILAR_SHOWN, most_alike, read_similar
from community.moderation.team.actions import set_topic_limits
from community.threads.actions import erase_comment, withdraw_comment
from community.threads.models import Comment
from tests.moderation_pages import Say, address, page, words

PILLS = "These magnesium capsules cured my neck, order the capsules from my cousin"
ORDINARY = (
    "I slept badly and the rain does not help",
    "My doctor rang about the blood test",
    "Thanks",
)


def decided(say: Say, mo: Member, member: Member) -> Comment:
    """A rejected comment about capsules among ordinary ones."""
    for body in ORDINARY:
        approve_comment(comment=say(body, member), moderator=mo, version=1)
    comment = say(PILLS, member)
    reject_comment(comment=comment, moderator=mo, version=1, ground="selling")
    return comment


def test_what_says_nearly_the_same_is_found_with_its_decision(
    say: Say, mo: Member, nadia: Member, as_mo: Client
) -> None:
    earlier = decided(say, mo, nadia)
    comment = say("My cousin has magnesium capsules that cured my neck")
    found = read_similar(comment, mo)
    assert [each.comment for each in found] == [earlier]
    assert (found[0].decision.kind, found[0].decision.ground) == ("reject", "selling")
    shown = words(page(as_mo, address(comment)).css_first("#case"))
    assert "1 similar comment and what was decided" in shown
    assert "Not published. Sells or advertises something." in shown


def test_ordinary_words_make_nothing_alike(say: Say, mo: Member, nadia: Member) -> None:
    decided(say, mo, nadia)
    assert read_similar(say("The bus was late and my son made soup"), mo) == []


def test_what_waits_and_what_is_gone_is_left_out(say: Say, mo: Member, nadia: Member) -> None:
    earlier = decided(say, mo, nadia)
    say(PILLS, nadia)
    withdrawn, erased = say(PILLS + " 1", nadia), say(PILLS + " 2", nadia)
    for each in (withdrawn, erased):
        reject_comment(comment=each, moderator=mo, version=1, ground="selling")
    withdraw_comment(comment=withdrawn, author=nadia)
    erase_comment(comment=erased, author=nadia)
    assert [each.comment for each in read_similar(say(PILLS), mo)] == [earlier]


def test_what_was_taken_back_is_nothing_to_go_by(say: Say, mo: Member, nadia: Member) -> None:
    earlier = decided(say, mo, nadia)
    undo_decision(decision=earlier.decisions.get(), moderator=mo)
    earlier.refresh_from_db()
    approve_comment(comment=earlier, moderator=mo, version=1)
    (found,) = read_similar(say(PILLS), mo)
    assert found.decision.kind == "approve"


def test_a_moderator_of_one_topic_sees_nothing_of_others(
    say: Say, mo: Member, nadia: Member, stefan: Member
) -> None:
    decided(say, mo, nadia)
    other = Topic.objects.create(name="Elsewhere", slug="elsewhere")
    set_topic_limits(moderator=mo, topics=[other], editor=stefan)
    assert read_similar(say(PILLS), Member.objects.get(pk=mo.pk)) == []


def test_only_the_newest_decisions_are_looked_through(
    say: Say, mo: Member, nadia: Member, monkeypatch
) -> None:
    decided(say, mo, nadia)
    approve_comment(comment=say("Newer words", nadia), moderator=mo, version=1)
    monkeypatch.setattr(similar, "LOOKED_THROUGH", 1)
    assert read_similar(say(PILLS), mo) == []


traits = st.frozensets(st.sampled_from("abcdefgh"))


@given(traits, st.lists(traits, max_size=8))
def test_any_traits_can_be_compared(own: frozenset[str], others: list[frozenset[str]]) -> None:
    found = most_alike(own, others)
    assert len(found) <= SIMILAR_SHOWN and all(own & others[place] for place in found)
