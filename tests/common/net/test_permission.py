"""What a site asks programs not to read is not read."""

import pytest

from common.net import FetchFailed, FetchRefused, Memory, fetch
from tests.common.net.sites import page, redirect

CLOSED = b"User-agent: CommonThread\nDisallow: /\n"


def test_a_page_that_robots_may_not_read_is_refused(site, memory):
    site.pages["/robots.txt"] = page(CLOSED)
    with pytest.raises(FetchRefused, match="robots"):
        fetch(site.address(), rules=site.rules(robots=True), memory=memory)
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize("status", ["400 B", "401 W", "403 N", "404 N", "410 G"])
def test_no_robots_file_allows_everything(site, memory, status):
    site.pages["/robots.txt"] = page(CLOSED, status=status)
    site.pages["/"] = page()
    fetch(site.address(), rules=site.rules(robots=True), memory=memory)


@pytest.mark.parametrize("status", ["500 E", "502 G", "503 B", "429 T", "304 N", "206 P"])
def test_a_robots_file_that_cannot_be_read_means_not_now(site, memory, status):
    site.pages["/robots.txt"] = page(b"", "Retry-After: 60", status=status)
    site.pages["/"] = page()
    with pytest.raises(FetchFailed, match="later") as failed:
        fetch(site.address(), rules=site.rules(robots=True), memory=memory)
    assert failed.value.retry_after == (60 if status[:3] in ("429", "503") else None)
    assert site.paths == ["/robots.txt"]


def test_a_robots_file_is_read_once_an_hour(site):
    now = 0.0
    memory = Memory(clock=lambda: now)
    site.pages["/"] = page()
    for now in (0.0, 3599.0, 3601.0):
        fetch(site.address(), rules=site.rules(robots=True), memory=memory)
    assert site.paths == ["/robots.txt", "/", "/", "/robots.txt", "/"]


def test_each_site_on_the_way_is_asked(site, other_site, memory):
    site.pages["/"] = redirect(other_site.address("/x"))
    other_site.pages["/robots.txt"] = page(CLOSED)
    with pytest.raises(FetchRefused, match="robots"):
        fetch(site.address(), rules=site.rules(other_site.port, robots=True), memory=memory)
    assert other_site.paths == ["/robots.txt"]


def test_a_robots_file_that_leads_into_a_private_network_is_refused(site, memory):
    site.pages["/robots.txt"] = redirect("http://169.254.169.254/")
    with pytest.raises(FetchRefused, match="private"):
        fetch(site.address(), rules=site.rules(80, robots=True), memory=memory)


def test_a_robots_file_elsewhere_speaks_for_the_site_that_leads_there(site, other_site, memory):
    site.pages["/robots.txt"] = redirect(other_site.address("/r"))
    site.pages["/"] = page()
    other_site.pages["/r"] = page(CLOSED)
    rules = site.rules(other_site.port, robots=True)
    with pytest.raises(FetchRefused, match="robots"):
        fetch(site.address(), rules=rules, memory=memory)


def test_the_name_of_the_agent_is_the_one_that_robots_files_may_address(site, memory):
    site.pages["/robots.txt"] = page(CLOSED)
    site.pages["/"] = page()
    fetch(site.address(), rules=site.rules(robots=True, agent="Other"), memory=memory)
    assert site.asked[0].headers["user-agent"] == "Other/1.0"
