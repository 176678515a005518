"""What to do when somebody may be in danger, or should see a doctor."""

from collections.abc import Callable

import pytest
from django.test import Client

from community.moderation.decisions.grounds import WHEN
from community.moderation.models import Decision, ReplyTemplate
from community.threads.models import Comment
from tests.moderation_pages import address, page, text

Say = Callable[..., Comment]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("I want to kill myself", "/moderation/protocol/crisis/"),
        ("I have chest pain now and my left arm is numb", "/moderation/protocol/red-flags/"),
    ],
)
def test_the_case_leads_there(say: Say, as_mo: Client, words: str, where: str) -> None:
    links = [a.attributes["href"] for a in page(as_mo, address(say(words))).css("#case a")]
    assert where in links
    assert as_mo.get(where).status_code == 200


def test_an_ordinary_case_does_not(say: Say, as_mo: Client) -> None:
    found = page(as_mo, address(say())).css("#case a")
    assert not [a for a in found if "protocol" in (a.attributes["href"] or "")]


def test_the_pages_show_the_replies_that_go_with_them(as_mo: Client) -> None:
    for use in ("crisis", "red_flag", "decision"):
        ReplyTemplate.objects.create(title=f"Title {use}", use=use, words="Words")
    assert "Title crisis" in text(as_mo, "/moderation/protocol/crisis/")
    shown = text(as_mo, "/moderation/protocol/red-flags/")
    assert "Title red_flag" in shown and "Title decision" not in shown


def test_every_reason_is_explained_to_moderators(say: Say, as_mo: Client) -> None:
    assert set(WHEN) == set(Decision.Ground.values) - {""}
    shown = text(as_mo, address(say()))
    assert "What the reasons mean" in shown and "“It helped me” is no promise." in shown
