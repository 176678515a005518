"""The page of the moderation log."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.decisions.actions import (
    approve_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.log.pages import LOG_LENGTH, Filters, read_filters
from community.moderation.models import Decision
from community.threads.actions import erase_comment
from community.threads.models import Comment

Say = Callable[..., Comment]
LOG = "/moderation/log/"


def page(client: Client, query: str = "") -> LexborHTMLParser:
    response = client.get(LOG + query)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def rows(found: LexborHTMLParser) -> list[list[str]]:
    return [
        [" ".join(cell.text(separator=" ").split()) for cell in row.css("td")]
        for row in found.css(".log tbody tr")
    ]


@pytest.fixture
def history(say: Say, nadia: Member, mo: Member, mia: Member) -> Comment:
    """A comment of Nadia, rejected by Mo and restored by Mia, and one of Gus, approved by Mo."""
    comment = say("Words", nadia)
    reject_comment(
        comment=comment, moderator=mo, version=1, ground="cure_claim", words="Not <b>proven</b>."
    )
    restore_comment(comment=comment, moderator=mia, version=1)
    approve_comment(comment=say("Words of a guest"), moderator=mo, version=1)
    return comment


def test_an_empty_log_says_so(as_mo: Client) -> None:
    assert "Nobody has decided anything yet." in page(as_mo).css_first("main").text()


def test_every_decision_stands_there_the_newest_first(history: Comment, as_mo: Client) -> None:
    found = rows(page(as_mo))
    assert [row[1:3] for row in found] == [
        ["Mo", "Approved"],
        ["Mia", "Restored"],
        ["Mo", "Not published"],
    ]
    assert found[2][3:] == [
        "No. 1 by Nadia Resting early",
        "Claims a cure. “Not <b>proven</b>.”",
        "less than a minute",
    ]
    assert found[1][4:] == ["–", "–"]


def test_a_row_leads_to_its_case(history: Comment, as_mo: Client) -> None:
    link = page(as_mo).css(".log tbody a")[-1].attributes["href"]
    assert link == f"/moderation/comments/{history.pk}/"


def test_the_log_can_be_narrowed_to_a_person(history: Comment, mia: Member, as_mo: Client) -> None:
    assert [row[1] for row in rows(page(as_mo, f"?moderator={mia.pk}"))] == ["Mia"]


def test_the_log_can_be_narrowed_to_a_decision(history: Comment, as_mo: Client) -> None:
    assert [row[2] for row in rows(page(as_mo, "?decision=reject"))] == ["Not published"]


def test_the_log_can_be_narrowed_to_an_author(
    history: Comment, nadia: Member, as_mo: Client
) -> None:
    found = page(as_mo, f"?author={nadia.pk}")
    assert len(rows(found)) == 2
    assert "Decisions on comments by Nadia" in found.css_first("main").text()


def test_the_ways_to_narrow_it_down_add_up(history: Comment, mo: Member, as_mo: Client) -> None:
    found = page(as_mo, f"?moderator={mo.pk}")
    approved = next(a for a in found.css(".order a") if a.text() == "Approved").attributes["href"]
    assert [row[1:3] for row in rows(page(as_mo, approved))] == [["Mo", "Approved"]]


def test_a_choice_that_finds_nothing_leads_back(history: Comment, as_mo: Client) -> None:
    assert "There is no decision of this kind." in page(as_mo, "?decision=remove").html


@pytest.mark.parametrize(
    "query",
    [{}, {"moderator": "x"}, {"author": "-1"}, {"decision": "nonsense"}, {"before": "9" * 40}],
)
def test_what_is_not_understood_asks_for_everything(query: dict[str, str]) -> None:
    assert read_filters(query) == Filters()


def test_pages_together_show_every_decision_once(
    say: Say, alice: Member, mo: Member, as_mo: Client
) -> None:
    comment = say("Words", alice)
    for _ in range(LOG_LENGTH // 2 + 2):
        remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
        restore_comment(comment=comment, moderator=mo, version=1)
    first = page(as_mo)
    earlier = first.css_first(".pager a[rel=next]").attributes["href"]
    second = page(as_mo, earlier)
    assert len(rows(first)) == LOG_LENGTH
    assert len(rows(first)) + len(rows(second)) == Decision.objects.count()
    assert second.css_first(".pager a[rel=next]") is None
    assert "Newest decisions" in second.css_first(".pager").text()


def test_who_erased_their_comment_is_not_named(
    say: Say, alice: Member, mo: Member, as_mo: Client
) -> None:
    comment = say("Words", alice)
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    erase_comment(comment=Comment.objects.get(pk=comment.pk), author=alice)
    (row,) = rows(page(as_mo))
    assert row[3] == "No. 1 by somebody who erased it Resting early"


def test_the_queries_do_not_grow_with_the_log(
    say: Say, alice: Member, mo: Member, as_mo: Client
) -> None:
    comment, counts = say("Words", alice), []
    for more in (2, 20):
        for _ in range(more):
            remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
            restore_comment(comment=comment, moderator=mo, version=1)
        with CaptureQueriesContext(connection) as queries:
            as_mo.get(LOG)
        counts.append(len(queries))
    assert 0 < counts[0] == counts[1] <= 8
