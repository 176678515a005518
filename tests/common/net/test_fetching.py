"""Reading an address: what is asked, what comes back, what is said when it does not work."""

import pytest

from common.net import FetchFailed, FetchRules, fetch
from common.net.rules import MAX_CONTENT_BYTES, MAX_SECONDS
from tests.common.net.sites import page


def test_a_page_comes_back_with_its_address_and_type(site, memory):
    site.pages["/a?b=1"] = page(b"words", "Content-Type: text/plain; charset=utf-8")
    read = fetch(site.address("/a?b=1#c"), rules=site.rules(), memory=memory)
    assert (read.content, read.address) == (b"words", site.address("/a?b=1"))
    assert (read.content_type, read.status) == ("text/plain; charset=utf-8", 200)
    assert not read.not_modified


def test_we_say_who_we_are_and_nothing_else(site, memory):
    site.pages["/"] = page()
    rules = site.rules(site_address="https://thread.example/")
    fetch(site.address(host="news.example"), rules=rules, memory=memory)
    headers = site.asked[0].headers
    assert headers.pop("user-agent") == "CommonThread/1.0 (+https://thread.example/)"
    assert headers.pop("host") == f"news.example:{site.port}"
    assert set(headers) == {"accept", "accept-encoding", "connection"}


def test_cookies_are_not_kept(site, memory):
    site.pages["/"] = page(b"", "Set-Cookie: a=b; Path=/")
    for _ in range(2):
        fetch(site.address(), rules=site.rules(), memory=memory)
    assert ["cookie" in each.headers for each in site.asked] == [False, False]


def test_proxies_and_passwords_of_the_environment_are_not_used(site, memory, monkeypatch, tmp_path):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine news.example login alice password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site.pages["/"] = page()
    read = fetch(site.address(host="news.example"), rules=site.rules(), memory=memory)
    assert read.content == b"words"
    assert "authorization" not in site.asked[0].headers


def test_a_site_is_asked_for_news_only(site, memory):
    site.pages["/feed"] = page(b"", 'ETag: "2"', status="304 Not Modified")
    read = fetch(
        site.address("/feed"), etag='"1"', modified="then", rules=site.rules(), memory=memory
    )
    assert read.not_modified
    assert (read.content, read.etag) == (b"", '"2"')
    headers = site.asked[0].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "then")


def test_what_to_ask_with_the_next_time_comes_back(site, memory):
    site.pages["/"] = page(b"", 'ETag: W/"1"', "Last-Modified: Mon, 02 Mar 2026 10:00:00 GMT")
    read = fetch(site.address(), rules=site.rules(), memory=memory)
    assert (read.etag, read.modified) == ('W/"1"', "Mon, 02 Mar 2026 10:00:00 GMT")


def test_nothing_new_is_no_answer_to_who_did_not_ask_for_news(site, memory):
    site.pages["/"] = page(b"", status="304 Not Modified")
    with pytest.raises(FetchFailed):
        fetch(site.address(), rules=site.rules(), memory=memory)


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("101 Switching", "status 101"),
        ("206 Partial", "status 206"),
        ("300 Choices", "status 300"),
        ("400 Bad", "status 400"),
        ("401 Who", "sign in"),
        ("403 No", "owner"),
        ("404 Not Found", "no page"),
        ("410 Gone", "for good"),
        ("429 Too Many", "less often"),
        ("451 Law", "legal"),
        ("500 Error", "status 500"),
        ("503 Busy", "busy"),
        ("599 Odd", "status 599"),
    ],
)
def test_other_answers_are_told_in_plain_words(site, memory, status, word):
    site.pages["/"] = page(b"secret", status=status)
    with pytest.raises(FetchFailed, match=word) as failed:
        fetch(site.address(), rules=site.rules(), memory=memory)
    assert failed.value.status == int(status[:3])
    assert failed.value.retry_after is None


@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
def test_a_site_that_wants_peace_is_not_asked_again_until_then(site, memory, status):
    site.pages["/"] = page(b"", "Retry-After: 120", status=status)
    site.pages["/other"] = page()
    with pytest.raises(FetchFailed) as failed:
        fetch(site.address(), rules=site.rules(), memory=memory)
    assert failed.value.retry_after == 120
    with pytest.raises(FetchFailed, match="wait") as failed:
        fetch(site.address("/other"), rules=site.rules(), memory=memory)
    assert 100 < failed.value.retry_after <= 120
    assert site.paths == ["/"]


def test_an_error_that_names_a_time_without_being_busy_is_no_wish_for_peace(site, memory):
    site.pages["/"] = page(b"", "Retry-After: 120", status="404 Not Found")
    for _ in range(2):
        with pytest.raises(FetchFailed) as failed:
            fetch(site.address(), rules=site.rules(), memory=memory)
        assert failed.value.retry_after is None
    assert len(site.asked) == 2


def test_by_default_a_page_may_have_5_megabytes_and_take_10_seconds():
    rules = FetchRules()
    assert (rules.max_bytes, rules.seconds) == (MAX_CONTENT_BYTES, MAX_SECONDS)
    assert (MAX_CONTENT_BYTES, MAX_SECONDS) == (5 * 1024 * 1024, 10)
