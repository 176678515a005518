"""What screening says about a line of a member's page."""

import pytest

from community.member_pages.screening import look_at_line
from community.members.models import Member
from community.yardsticks.models import BlockedTerm

ORDINARY = (
    "Living with fibromyalgia since 2011, learning to rest before I am tired.",
    "Mother of a teenager with small fibre neuropathy.",
    "Retired nurse. Migraine with aura, twice a week in winter.",
)


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_lines_pass_also_of_new_members(nadia: Member, words: str) -> None:
    look = look_at_line(nadia, words)
    assert (look.danger, look.changes) == (frozenset(), ())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Write to me: alice@people.example", "an e-mail address"),
        ("Call me on +44 20 7946 0958", "a phone number"),
        ("Born on 3 May 1971, tired ever since", "a birth date"),
        ("My story: https://elsewhere.example/alice", "Links have no place"),
        ("You should stop taking your tablets, as I did", "advise others"),
    ],
)
def test_what_should_not_stand_there_comes_back_with_what_to_change(
    alice: Member, words: str, said: str
) -> None:
    look = look_at_line(alice, words)
    assert not look.danger and any(said in each for each in look.changes)


def test_a_word_of_the_team_is_said_in_other_words(alice: Member) -> None:
    BlockedTerm.objects.create(term="wonderpill", outcome="refuse")
    (change,) = look_at_line(alice, "I took the wonderpill").changes
    assert "“wonderpill”" in change and "in other words" in change


def test_words_of_danger_are_never_given_back(alice: Member) -> None:
    look = look_at_line(alice, "I want to kill myself. See https://elsewhere.example/bye")
    assert look.danger == {"crisis"} and look.changes == ()


def test_who_discloses_an_interest_may_say_what_is_sold(alice: Member) -> None:
    words = "I work for a company that sells compression gloves and recruits for its own trials."
    assert look_at_line(alice, words, is_interest=True).changes == ()
