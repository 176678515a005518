"""Looking at a part of the queue."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.moderation.lanes import LANES, URGENCY_MAX
from community.moderation.queue.narrowing import Narrowing, read_narrowing
from community.moderation.queue.waiting_list import LIST_LENGTH
from community.screening.reasons import EXPLANATIONS, UNKNOWN
from community.threads.actions import post_comment
from community.threads.models import Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest
from tests.moderation_pages import QUEUE, Say, address, fill, lines, page, text, words


def test_every_urgency_has_one_lane() -> None:
    urgencies = {0, UNKNOWN.urgency, *(said.urgency for said in EXPLANATIONS.values())}
    for urgency in urgencies:
        assert sum(lane.least <= urgency < lane.below for lane in LANES) == 1
    assert max(urgencies) < URGENCY_MAX


def test_lanes_are_counted_and_lead_to_what_is_in_them(say: Say, as_mo: Client) -> None:
    say("I do not want to go on living")
    say("Ring 030 1234567 tonight")
    say("Hello")
    say("Hello again, all of you")
    lanes = page(as_mo, QUEUE).css_first('nav[aria-label="Lanes"]')
    shown = [words(lane, " ").partition(" , the longest for ") for lane in lanes.css("a")]
    assert [label for label, _, _ in shown] == [
        "All 4",
        "Crisis words 1",
        "Held 1",
        "New authors 2",
    ]
    assert {wait for _, _, wait in shown[1:]} == {"less than a minute"}
    held = [link.attributes["href"] for link in lanes.css("a") if "Held" in words(link)]
    (line,) = lines(page(as_mo, held[0]))
    assert "Ring 030 1234567" in line


def test_a_reason_leads_to_everything_else_that_waits_for_it(say: Say, as_mo: Client) -> None:
    first = say("Ring 030 1234567 tonight")
    say("Hello")
    say("Or 030 7654321 in the morning")
    found = page(as_mo, address(first))
    link = found.css_first('.why a[href*="reason=phone"]').attributes["href"]
    assert len(lines(page(as_mo, link))) == 2
    assert "Only what waits because of “Phone number”" in text(as_mo, link)


def test_an_author_and_an_article_narrow_the_queue(
    say: Say, as_mo: Client, nadia: Member, thread: Thread
) -> None:
    mine, _ = say("By Nadia", nadia), say("By Gus")
    other = publish_article(article=create_article(title="Sleep", body_html="<p>Sleep.</p>"))
    elsewhere = post_comment(thread=open_thread(other), author=nadia, text="Below sleep").comment
    assert len(lines(page(as_mo, f"{QUEUE}?author={nadia.pk}"))) == 2
    (line,) = lines(page(as_mo, f"{QUEUE}?article={other.pk}"))
    assert "Below sleep" in line
    assert "by Nadia" in text(as_mo, f"{QUEUE}?author={nadia.pk}")
    assert "under “Sleep”" in text(as_mo, f"{QUEUE}?article={other.pk}")
    assert mine.pk != elsewhere.pk


def test_one_stays_in_the_part_that_one_works_on(say: Say, as_mo: Client) -> None:
    first = say("Ring 030 1234567 tonight")
    say("Hello")
    last = say("Or 030 7654321 in the morning")
    begun = as_mo.post("/moderation/next/?reason=phone")["Location"]
    assert begun == f"{address(first)}?reason=phone"
    as_mo.get(begun)
    onward = as_mo.post(begun, {"decision": "approve", "version": 1})["Location"]
    assert onward == f"{address(last)}?reason=phone"


def test_pages_of_a_part_go_on_in_that_part(thread: Thread, say: Say, as_mo: Client) -> None:
    say("Ring 030 1234567 tonight")
    fill(thread, LIST_LENGTH + 3)
    found = page(as_mo, f"{QUEUE}?lane=new")
    more = found.css_first(".pane-list a[rel=next]").attributes["href"]
    assert "lane=new" in more
    assert len(lines(page(as_mo, more))) == 3


@pytest.mark.parametrize("query", ["lane=none", "reason=%27%22", "article=x", "author=-1"])
def test_what_is_not_understood_narrows_nothing(say: Say, as_mo: Client, query: str) -> None:
    say("Words")
    assert len(lines(page(as_mo, f"{QUEUE}?{query}"))) == 1


def test_what_nothing_waits_for_is_an_empty_list_with_a_way_back(say: Say, as_mo: Client) -> None:
    say("Words")
    said = text(as_mo, f"{QUEUE}?article=999")
    assert "an article that is not here" in said and "Everything that waits" in said


@given(st.dictionaries(st.sampled_from(["from", "lane", "reason", "article", "author"]), st.text()))
def test_any_address_is_read(query: dict[str, str]) -> None:
    assert isinstance(read_narrowing(query).query(), str)


def test_a_narrowing_comes_back_from_its_address() -> None:
    narrowing = Narrowing("40-17-3", "held", "phone", 5, 7)
    pairs = dict(pair.split("=") for pair in narrowing.query()[1:].split("&"))
    assert read_narrowing(pairs) == narrowing


def test_a_guest_of_the_name_of_a_member_is_not_their_record(
    say: Say, as_mo: Client, nadia: Member
) -> None:
    say("By a guest", Guest("Nadja"))
    assert lines(page(as_mo, f"{QUEUE}?author={nadia.pk}")) == []
