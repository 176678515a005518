"""Lists of what waits, page by page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation import paging
from community.moderation.models import Notice
from community.moderation.notices.actions import Given, decline_notice, receive_notice
from community.moderation.paging import page_of
from tests.moderation_pages import page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> list[Notice]:
    """Five, two to a page."""
    monkeypatch.setattr(paging, "LISTED", 2)
    return [receive_notice(given=Given(f"/comments/{n}/", f"Number {n}")) for n in range(1, 6)]


def shown(client: Client, where: str) -> tuple[list[str], str]:
    """The notices of a page, and where the next one is; "" for the last."""
    found = page(client, where)
    following = found.css_first("a[rel=next]")
    listed = [words(line.css_first(".queue-words")) for line in found.css(".queue a")]
    return listed, following.attributes["href"] if following else ""


def test_every_notice_is_on_some_page(notices: list[Notice], as_mo: Client) -> None:
    where, pages = "", []
    while len(pages) < 9:
        listed, where = shown(as_mo, "/moderation/notices/" + where)
        pages.append(listed)
        if not where:
            break
    assert pages == [["Number 1", "Number 2"], ["Number 3", "Number 4"], ["Number 5"]]


def test_what_is_answered_meanwhile_makes_nobody_miss_one(
    notices: list[Notice], as_mo: Client, mia: Member
) -> None:
    _, where = shown(as_mo, "/moderation/notices/")
    decline_notice(notice=notices[0], moderator=mia, answer="It is an opinion.")
    assert shown(as_mo, "/moderation/notices/" + where)[0] == ["Number 3", "Number 4"]


def test_behind_the_last_page_a_way_leads_back(notices: list[Notice], as_mo: Client) -> None:
    found = page(as_mo, f"/moderation/notices/?after={notices[-1].pk}")
    assert "Nothing waits further down." in words(found.css_first("main"))
    assert found.css_first('a[href="?"]')


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 40, "1e3", "²"])
def test_what_is_no_place_is_the_beginning(notices: list[Notice], after: str) -> None:
    found, following = page_of(Notice.objects.all(), {"after": after}, "received_at")
    assert (found, following) == (notices[:2], notices[1].pk)


def test_appeals_have_pages_too(as_mo: Client) -> None:
    assert "No appeal waits." in words(page(as_mo, "/moderation/appeals/").css_first("main"))
    assert "Nothing waits further down." in words(
        page(as_mo, "/moderation/appeals/?after=1").css_first("main")
    )


def test_the_queue_says_since_when_the_oldest_of_each_lane_waits(
    notices: list[Notice], as_mo: Client
) -> None:
    Notice.objects.filter(pk=notices[2].pk).update(received_at=timezone.now() - timedelta(hours=3))
    lane = next(
        each for each in page(as_mo, "/moderation/").css(".order a") if "Notices" in each.text()
    )
    assert words(lane, " ") == "Notices of illegal content 5 , the longest for 3 hours"
