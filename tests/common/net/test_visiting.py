"""Redirects: each step is checked as if it were the first."""

import pytest

from common.net import FetchFailed, FetchRefused, fetch
from common.net.permission import MAX_ROBOTS_BYTES
from common.net.rules import MAX_REDIRECTS
from common.net.visiting import MAX_ROBOTS_REDIRECTS
from tests.common.net.sites import page, redirect, slowly


@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
def test_a_redirect_is_followed_and_the_last_address_told(site, memory, status):
    site.pages["/a/b"] = redirect("../c?d#e", status)
    site.pages["/c?d"] = page()
    read = fetch(site.address("/a/b"), rules=site.rules(), memory=memory)
    assert (read.content, read.address) == (b"words", site.address("/c?d"))


def test_max_redirects_are_followed_and_no_more(site, memory):
    for step in range(MAX_REDIRECTS + 1):
        site.pages[f"/{step}"] = redirect(f"/{step + 1}")
    site.pages[f"/{MAX_REDIRECTS + 1}"] = page()
    read = fetch(site.address("/1"), rules=site.rules(), memory=memory)
    assert read.content == b"words"
    site.asked.clear()
    with pytest.raises(FetchFailed, match="last one"):
        fetch(site.address("/0"), rules=site.rules(), memory=memory)
    assert len(site.asked) == MAX_REDIRECTS + 1


def test_a_redirect_to_itself_ends(site, memory):
    site.pages["/"] = redirect("/")
    with pytest.raises(FetchFailed):
        fetch(site.address(), rules=site.rules(), memory=memory)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://localhost/",
        "//localhost/",
        "//10.0.0.1/x",
        "http://alice@news.example/",
        "http://news.example:22/",
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://127.0.0.1:6379/_x",
        "javascript:1",
        "data:,x",
        "\\\\127.0.0.2\\x",
        "/\\127.0.0.2",
        "http://127.0.0.2\\@news.example/",
        "/a\tb",
        "http://10.0.0.1\x0b/",
        "http://[::1/",
    ],
)
def test_a_redirect_to_a_place_that_is_refused_is_refused(site, memory, location):
    site.pages["/"] = redirect(location)
    rules = site.rules(80, 443)
    with pytest.raises(FetchRefused):
        fetch(site.address(), rules=rules, memory=memory)
    assert site.paths == ["/"]


@pytest.mark.parametrize("location", ["///10.0.0.1/x", "http:10.0.0.1/x", "./10.0.0.1/x"])
def test_a_redirect_that_programs_read_differently_stays_at_the_site(site, memory, location):
    site.pages["/"] = redirect(location)
    site.pages["/10.0.0.1/x"] = page()
    read = fetch(site.address(), rules=site.rules(80), memory=memory)
    assert read.address == site.address("/10.0.0.1/x")


def test_a_redirect_to_a_name_of_a_private_place_is_refused(site, memory):
    site.pages["/"] = redirect("http://evil.example/")
    names = {"news.example": ["127.0.0.1"], "evil.example": ["127.0.0.2"]}
    rules = site.rules(80, look_up=lambda host, port: names[host])
    with pytest.raises(FetchRefused, match="private"):
        fetch(site.address(host="news.example"), rules=rules, memory=memory)


@pytest.mark.parametrize("location", [(), ("Location:",), ("Location:  ",)])
def test_a_redirect_to_nowhere_fails(site, memory, location):
    site.pages["/"] = page(b"", *location, status="302 Found")
    with pytest.raises(FetchFailed, match="where to"):
        fetch(site.address(), rules=site.rules(), memory=memory)


def test_a_redirect_may_be_written_in_letters_of_any_script(site, memory):
    site.pages["/"] = redirect("/\u00fc \u4f8b".encode().decode("latin-1"))
    site.pages["/%C3%BC%20%E4%BE%8B"] = page()
    assert fetch(site.address(), rules=site.rules(), memory=memory).content == b"words"


def test_a_redirect_elsewhere_takes_no_address_along(site, other_site, memory):
    site.pages["/secret"] = redirect(other_site.address())
    other_site.pages["/"] = page()
    fetch(site.address("/secret"), rules=site.rules(other_site.port), memory=memory)
    assert "referer" not in other_site.asked[0].headers
    assert other_site.asked[0].headers["host"] == f"127.0.0.1:{other_site.port}"


def test_a_name_is_looked_up_once_for_a_page_and_its_robots_file(site, memory):
    asked = []

    def look_up(host, port):
        asked.append((host, port))
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    site.pages["/"] = page()
    rules = site.rules(robots=True, look_up=look_up)
    assert fetch(site.address(host="news.example"), rules=rules, memory=memory).content == b"words"
    assert site.paths == ["/robots.txt", "/"]
    assert asked == [("news.example", site.port)]


def test_a_name_that_leads_elsewhere_the_second_time_is_refused_then(site, memory):
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    site.pages["/"] = redirect("/again")
    rules = site.rules(look_up=lambda host, port: next(answers))
    with pytest.raises(FetchRefused, match="private"):
        fetch(site.address(host="news.example"), rules=rules, memory=memory)
    assert site.paths == ["/"]


def test_max_robots_redirects_are_followed_and_beyond_them_there_are_no_rules(site, memory):
    site.pages["/"] = page()
    site.pages["/robots.txt"] = redirect("/1")
    for step in range(1, MAX_ROBOTS_REDIRECTS):
        site.pages[f"/{step}"] = redirect(f"/{step + 1}")
    site.pages[f"/{MAX_ROBOTS_REDIRECTS}"] = page(b"User-agent: *\nDisallow: /")
    with pytest.raises(FetchRefused, match="robots"):
        fetch(site.address(), rules=site.rules(robots=True), memory=memory)
    site.pages["/robots.txt"] = redirect("/robots.txt")
    rules = site.rules(robots=True)
    other_name = site.address(host="news.example")
    assert fetch(other_name, rules=rules, memory=memory).content == b"words"


def test_max_robots_bytes_count_and_what_follows_is_passed_over(site, memory):
    start = b"User-agent: *\nDisallow: /a\n"
    filled = start.ljust(MAX_ROBOTS_BYTES - 1, b"#") + b"\n"
    site.pages["/robots.txt"] = page(filled + b"Disallow: /b\n")
    site.pages["/a"] = site.pages["/b"] = page()
    rules = site.rules(robots=True)
    with pytest.raises(FetchRefused):
        fetch(site.address("/a"), rules=rules, memory=memory)
    assert fetch(site.address("/b"), rules=rules, memory=memory).content == b"words"


def test_there_is_one_deadline_for_all_steps(site, memory):
    for step in range(3):
        site.pages[f"/{step}"] = lambda step=step: slowly(redirect(f"/{step + 1}"), 0.3, 50)
    site.pages["/3"] = page()
    with pytest.raises(FetchFailed, match="longer than 0.5 seconds"):
        fetch(site.address("/0"), rules=site.rules(seconds=0.5), memory=memory)
    assert "/3" not in site.paths
