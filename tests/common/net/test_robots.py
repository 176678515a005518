"""What robots.txt allows, after RFC 9309."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.net.robots import parse_robots


def allows(text, path, agent="CommonThread"):
    return parse_robots(text, agent).allow(path)


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/", True),
        ("Disallow:", "/", True),
        ("Disallow: /", "/x", False),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a/", "/a", True),
        ("Disallow: /A", "/a", True),
        ("Disallow: /\nAllow: /a", "/ab", True),
        ("Allow: /a\nDisallow: /", "/b", False),
        ("Allow: /a\nDisallow: /ab", "/abc", False),
        ("Allow: /ab\nDisallow: /a", "/abc", True),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.php", "/x/y.php?z", False),
        ("Disallow: /*.php$", "/x/y.php?z", True),
        ("Disallow: /*.php$", "/x/y.php", False),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a$b", "/a$b", False),
        ("Disallow: /*", "/", False),
        ("Disallow: *", "/x", False),
        ("Disallow: /a*b*c", "/aXbYc", False),
        ("Disallow: /a*b*c", "/acb", True),
        ("Disallow: /a*b*c$", "/aXbYcZ", True),
        ("Disallow: /a*ab$", "/ab", True),
        ("Disallow: /a*ab$", "/aab", False),
        ("Disallow: /**a", "/xa", False),
        ("Disallow: /?q=", "/?q=1", False),
        ("Disallow: /*?", "/x?y", False),
        ("Disallow: /*?", "/x", True),
        ("Disallow: /\u00e4", "/%C3%A4", False),
        ("Disallow: /%c3%a4", "/%C3%A4", False),
        ("Disallow: /%61", "/a", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /a%2fb", "/a%2Fb", False),
        ("Disallow: /a%2A", "/a*", False),
        ("Disallow: /a%2A", "/ab", True),
        ("Disallow: /a%", "/a%25", False),
        ("Disallow: /a # words", "/a", False),
        ("disallow:/a", "/a", False),
        (" DISALLOW : /a ", "/a", False),
        ("Crawl-delay: 9\nDisallow: /a", "/a", False),
        ("Disallow /a\nwords\n:\n::", "/a", True),
    ],
)
def test_the_longest_rule_decides(rules, path, allowed):
    assert allows(f"User-agent: *\n{rules}\n", path) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: CommonThread\nDisallow: /", False),
        ("user-agent:commonthread\nDisallow: /", False),
        ("User-agent: CommonThread/1.0\nDisallow: /", False),
        ("User-agent: Common\nDisallow: /", True),
        ("User-agent: CommonThreadBot\nDisallow: /", True),
        ("User-agent: Other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: CommonThread\nDisallow:", True),
        ("User-agent: CommonThread\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: commonthread\nDisallow: /", False),
        ("User-agent: Other\nUser-agent: CommonThread\nDisallow: /", False),
        ("User-agent: Other\n\nUser-agent: CommonThread\n\nDisallow: /", False),
        ("User-agent: CommonThread\nSitemap: x\nDisallow: /", False),
        ("User-agent: CommonThread\nDisallow: /a\nUser-agent: Other\nDisallow: /", True),
        ("User-agent: CommonThread\nDisallow: /a\n\nUser-agent: CommonThread\nDisallow: /", False),
        ("User-agent: CommonThread\n\nUser-agent: *\nDisallow: /", False),
        ("Disallow: /\nUser-agent: *\nAllow: /", True),
        ("Disallow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *\rDisallow: /", False),
        ("User-agent: *\r\nDisallow: /\r\n", False),
        ("<html><body>Not found</body></html>", True),
        ("User-agent:\nDisallow: /", True),
        ("User-agent: 1\nDisallow: /", True),
    ],
)
def test_the_groups_for_us_count_or_else_those_for_everybody(text, allowed):
    assert allows(text, "/x") is allowed


def test_a_hostile_rule_costs_no_more_than_others():
    text = "User-agent: *\n" + "Disallow: /" + "a*" * 100_000 + "b$\n" + "Allow: /*x*y*\n" * 20_000
    assert allows(text, "/" + "a" * 2_000)


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_can_be_read(text, path):
    robots = parse_robots("User-agent: *\nDisallow: " + text, "CommonThread")
    assert robots.allow("/" + path) in (True, False)
    assert robots.size > 0
