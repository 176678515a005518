"""Eight moderators empty one queue at the same time, each in a browser of their own, over HTTP."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from itertools import combinations
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer
from selectolax.lexbor import LexborHTMLParser, LexborNode

from community.members.models import Member
from community.moderation.claims.actions import CLAIM_TIME
from community.moderation.models import Decision
from community.threads.models import Comment, Thread
from tests.moderation_pages import QUEUE, fill, words

MODERATORS, COMMENTS = 8, 80
SEVERAL = 4  # chosen together, now and then
TYPED = "Words that took me some time to find"
# Who has it, or who was first, with the name: a lost race says one of these.
LOST = ("was first", "has it now", "is reading it just now", "settled already", "nothing to decide")

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Held:
    """When a moderator knew a comment to be theirs: from the page that said so to the decision."""

    comment: int
    moderator: str
    since: datetime
    until: datetime


@dataclass
class Browser:
    """One moderator's browser; plain sockets, so that eight of them leave the server some time."""

    host: str
    name: str
    cookies: dict[str, str]
    held: list[Held] = field(default_factory=list)
    recorded: list[int] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def get(self, path: str) -> LexborHTMLParser:
        return self.ask("GET", path)[1]

    def look_over(self) -> LexborHTMLParser:
        """The list. What its lanes count is kept, and adds up."""
        page = self.get(QUEUE)
        if counts := lane_counts(page):
            everything, *lanes = counts
            assert min(counts) >= 0 and sum(lanes) == everything, counts
            self.counts.append(everything)
        return page

    def post(self, path: str, sent: list[tuple[str, str]]) -> tuple[str, LexborHTMLParser]:
        """Where it led, and the page there."""
        return self.ask("POST", path, urlencode(sent))

    def ask(self, method: str, path: str, body: str = "") -> tuple[str, LexborHTMLParser]:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Origin": f"http://{self.host}",
        }
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        page, where = answer.read().decode(), answer.getheader("Location")
        self.keep(answer)
        connection.close()
        assert answer.status < HTTPStatus.INTERNAL_SERVER_ERROR, (method, path, answer.status)
        if where is not None:
            return self.ask("GET", urlsplit(where).path + query_of(where))
        return path, LexborHTMLParser(page)

    def keep(self, answer: http.client.HTTPResponse) -> None:
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value


def lane_counts(page: LexborHTMLParser) -> list[int]:
    """How many wait in all, and in each lane that is shown; nothing where no lanes are."""
    return [int(words(lane).rpartition(" ")[2]) for lane in page.css(".lanes .lane")]


def query_of(address: str) -> str:
    query = urlsplit(address).query
    return f"?{query}" if query else ""


def browser_of(member: Member, server: LiveServer) -> Browser:
    client = Client()
    client.force_login(member)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    assert settings.SESSION_COOKIE_NAME in cookies
    return Browser(urlsplit(server.url).netloc, member.pseudonym, cookies)


def fields_of(form: LexborNode) -> list[tuple[str, str]]:
    """What is hidden in a form, the version that was read among it."""
    hidden = form.css("input[type=hidden]")
    return [(each.attributes["name"] or "", each.attributes.get("value") or "") for each in hidden]


def form_with(page: LexborHTMLParser, kind: str) -> LexborNode | None:
    """The form of the case that decides so."""
    button = page.css_first(f'#case button[name=decision][value="{kind}"]')
    node: LexborNode | None = button
    while node is not None and node.tag != "form":
        node = node.parent
    return node


def empty_the_queue(browser: Browser, number: int) -> None:
    """Take one after the other, as the pages lead on, until nothing waits."""
    token = browser.look_over().css_first('form[action*="/next/"]')
    begin = fields_of(token)
    where, page = browser.post(QUEUE + "next/", begin)
    for turn in range(2 * COMMENTS):
        if turn % 4 == number % 4:
            decide_on_several(browser)
            try_to_overtake(browser)
        if "/comments/" in where:
            where, page = decide_on_one(browser, where, page, (number + turn) % 3)
        elif "Nothing waits" in words(page.css_first("main"), " "):
            return
        else:
            time.sleep(0.05)  # the rest is being read by others
            where, page = browser.post(QUEUE + "next/", begin)


def decide_on_one(
    browser: Browser, where: str, page: LexborHTMLParser, way: int
) -> tuple[str, LexborHTMLParser]:
    """Approve what was opened, or do not publish it; returns what comes next."""
    key = int(where.partition("?")[0].rstrip("/").rpartition("/")[2])
    if "It is yours until" not in words(page.css_first("#case")):
        return browser.ask("GET", QUEUE)
    since = timezone.now()
    kind = "reject" if way == 0 else "approve"
    form = form_with(page, kind)
    assert form is not None, where
    browser.held.append(Held(key, browser.name, since, timezone.now()))
    sent = [*fields_of(form), ("decision", kind)]
    if kind == "reject":
        sent += [("ground", "off_topic"), ("words", TYPED)]
    to, answer = browser.post(where, sent)
    look(browser, key, answer, TYPED if kind == "reject" else "")
    return to, answer


def look(browser: Browser, key: int, page: LexborHTMLParser, typed: str) -> None:
    """Tell a decision that was recorded from one that came too late, which keeps what was typed."""
    trouble = page.css_first("[role=alert]")
    if trouble is None:
        browser.recorded.append(key)
    else:
        browser.losses.append(words(trouble, " "))
        assert typed in browser.losses[-1]


def try_to_overtake(browser: Browser) -> None:
    """Open what somebody else reads, and decide on it all the same, with words of one's own."""
    lines = browser.look_over().css(".queue a")
    taken = [line for line in lines if f"{browser.name} " not in words(line, " ")]
    taken = [line for line in taken if "is reading it" in words(line, " ")]
    if not taken:
        return
    path = urlsplit(taken[0].attributes["href"] or "").path
    page = browser.get(path)
    said = words(page.css_first("main"), " ")
    if "is reading this" not in said:
        return
    token = page.css_first("input[name=csrfmiddlewaretoken]")
    sent = [("csrfmiddlewaretoken", token.attributes["value"] or "")] if token else []
    sent += [("version", "1"), ("decision", "reject"), ("ground", "attack"), ("words", TYPED)]
    _, answer = browser.post(path, sent)
    trouble = answer.css_first("[role=alert]")
    assert trouble is not None, words(answer.css_first("main"), " ")[:500]
    browser.losses.append(words(trouble, " "))
    assert TYPED in words(trouble, " ")


def decide_on_several(browser: Browser) -> None:
    """Choose the last ones of the list, which others may take meanwhile."""
    page = browser.look_over()
    form = page.css_first('form[action*="/bulk/"]')
    if form is None:
        return
    boxes = [each.attributes["value"] or "" for each in form.css("input[name=chosen]")][-SEVERAL:]
    hidden = fields_of(form)
    browser.post(QUEUE + "bulk/", hidden + [("chosen", box) for box in boxes])
    sent = hidden + [("chosen", box) for box in boxes] + [("kind", "approve"), ("do", "decide")]
    _, done = browser.post(QUEUE + "bulk/", sent)
    said = [words(line, " ") for line in done.css(".rows li")]
    browser.losses += [line for line in said if "Not decided." in line]


def moderators() -> list[Member]:
    names = ["Mo", "Mia", "Moss", "Mabel", "Maud", "Mick", "Myra", "Milo"]
    create, role = Member.objects.create_user, Member.Role.MODERATOR
    return [create(f"{name.lower()}@people.example", name, role=role) for name in names]


def test_every_comment_gets_one_decision(
    live_server: LiveServer, thread: Thread, settings: Any
) -> None:
    settings.SITE_URL = live_server.url
    fill(thread, COMMENTS)
    browsers = [browser_of(member, live_server) for member in moderators()]
    with ThreadPoolExecutor(MODERATORS) as pool:
        tasks = [pool.submit(empty_the_queue, browser, n) for n, browser in enumerate(browsers)]
        for task in tasks:
            task.result()

    # Every comment was decided once, and by who was told so.
    rows = list(Decision.objects.all())
    assert len(rows) == COMMENTS == len({row.comment_id for row in rows})
    assert not Comment.objects.waiting().exists()
    by = {row.comment_id: row.moderator.pseudonym for row in rows if row.moderator}
    for browser in browsers:
        assert all(by[key] == browser.name for key in browser.recorded)
    assert len({key for browser in browsers for key in browser.recorded}) == sum(
        len(browser.recorded) for browser in browsers
    )

    # What the page called theirs was nobody else's meanwhile, and nobody else decided on it.
    shown = [each for browser in browsers for each in browser.held]
    twice = [
        (one, other)
        for one, other in combinations(shown, 2)
        if one.comment == other.comment
        and one.moderator != other.moderator
        and one.since < other.until
        and other.since < one.until
    ]
    assert twice == [] and CLAIM_TIME.total_seconds() > 60
    moments = {row.comment_id: row.decided_at for row in rows}
    assert not [
        each
        for each in shown
        if by[each.comment] != each.moderator and each.since < moments[each.comment] < each.until
    ]

    # Most took part, somebody was in the way of somebody, and whoever was heard why.
    assert sum(1 for browser in browsers if browser.recorded) >= MODERATORS - 2
    losses = [loss for browser in browsers for loss in browser.losses]
    assert losses and all(any(sign in loss for sign in LOST) for loss in losses), losses

    # Nobody ever saw the queue grow, and at the end it counts nothing.
    for browser in browsers:
        assert browser.counts == sorted(browser.counts, reverse=True)
    assert "Nothing waits" in words(browsers[0].get(QUEUE).css_first("main"), " ")
    assert set(lane_counts(browsers[0].get(QUEUE + "?lane=new"))) == {0}
